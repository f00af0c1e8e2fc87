import type { ChatInput, ChatState } from '../../main/chat/engine/chat-state';
import { advance } from '../../main/chat/engine/engine';
import type { LegalWording } from '../../main/chat/engine/legal-wording';
import { compile, type Library, type Program } from '../../main/chat/engine/program';
import type {
  Environment,
  Outcome,
  StepContext,
  StepEvent,
  StepResult,
} from '../../main/chat/engine/step';
import type { Turn } from '../../main/chat/engine/turn';
import { moduleOf } from '../../main/chat/modules';
import type { Answer, Graph } from '../../preload/contract';
import type { node } from './graphs';
import { NOW_MS } from './now';
import { wordsOf } from './words';

/** The only legal text that there is, under the id `known`. */
export const KNOWN_TEXT: LegalWording = {
  versionId: 'version-3',
  number: 3,
  title: 'Terms of participation',
  text: `Whoever takes part accepts \${these} terms.`,
  hash: 'ad1f',
};

/** Given in place of chance and clock: the same every time. */
export function environment(changes: Partial<Environment> = {}): Environment {
  let ids = 0;
  return {
    nowMs: NOW_MS,
    timeZone: 'Europe/Berlin',
    newId: () => `id-${++ids}`,
    random: () => 0.5,
    sessionId: 'session-1',
    channel: 'preview',
    legal: { known: KNOWN_TEXT },
    ...changes,
  };
}

export const typed = (text: string, acceptedTerms = false): Answer => ({
  kind: 'text',
  text,
  acceptedTerms,
});
export const picked = (option: string): Answer => ({ kind: 'choice', option });
export const confirmed = (acceptedTerms = true): Answer => ({ kind: 'confirm', acceptedTerms });

/** A chat on the bare engine: remembers its state, and answers for the store as it is told. */
export class BareChat {
  readonly program: Program;
  readonly turns: Turn[] = [];
  state: ChatState = { kind: 'new' };
  readonly #environment: Environment;
  readonly #outcome: () => Outcome;

  constructor(
    graph: Graph,
    given: { environment?: Environment; outcome?: () => Outcome; library?: Library } = {},
  ) {
    this.program = compile(graph, moduleOf, given.library);
    this.#environment = given.environment ?? environment();
    this.#outcome = given.outcome ?? (() => ({ outcome: 'stored' }));
  }

  start(): this {
    return this.feed({ kind: 'start' });
  }

  answer(answer: Answer): this {
    return this.feed({ kind: 'answer', answer });
  }

  /** Everything said since the chat began. */
  get said(): string[] {
    return this.turns.flatMap(({ messages }) => messages.map(({ message }) => wordsOf(message)));
  }

  get last(): Turn {
    const turn = this.turns.at(-1);
    if (!turn) throw new Error('The chat has not started.');
    return turn;
  }

  feed(input: ChatInput): this {
    const turn = advance(this.program, this.state, input, this.#environment);
    this.turns.push(turn);
    this.state = turn.state;
    return turn.attempt ? this.feed({ kind: 'outcome', ...this.#outcome() }) : this;
  }
}

/** One step of a module by itself. `settings` are parsed as they are before a chat. */
export function stepOf(
  { type, settings }: ReturnType<typeof node>,
  event: StepEvent,
  context: Partial<StepContext<unknown>> = {},
): StepResult {
  const definition = moduleOf(type);
  if (!definition) throw new Error(`There is no module ${type}.`);
  return definition.step({
    ...environment(),
    moduleId: 'module-1',
    memory: {},
    variables: {},
    ...context,
    settings: definition.settings.parse(settings),
    event,
  });
}
