import type { ChatMessage, TableName } from '../../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';
import type { Budget } from './budget';
import type { ChatState, Frame } from './chat-state';
import { assign, variableRows } from './chosen';
import { interpolateMessage } from './interpolate';
import { spokenIn } from './language';
import type { Attempt, Environment, StepResult, StoreEffect, Variables } from './step';

/** The person who chats, as far as the chat knows them: variables with these names are about them. */
export const CONTACT_VARIABLES = [
  'email',
  'firstname',
  'lastname',
  'street',
  'house_number',
  'zip',
  'city',
  'country',
  'phone',
  'email_confirmed',
] as const;
export type Contact = Readonly<Partial<Record<(typeof CONTACT_VARIABLES)[number], string>>>;

/** What the session needs to know about a row beside what is in it. */
interface Context {
  readonly moduleId: string;
  readonly moduleType: string;
  readonly contact: Contact;
}

/** A row to store. */
export interface Effect extends StoreEffect, Context {
  readonly kind: 'store';
  /** Days after which the row is gone, as the module declares them for the table. */
  readonly days: number;
}

/** An attempt with all that the store needs to answer it. */
export type Request =
  | (Effect & Omit<Extract<Attempt, { kind: 'store' }>, keyof StoreEffect>)
  | (Context & Exclude<Attempt, { kind: 'store' }>);

export interface Turn {
  readonly state: ChatState;
  readonly messages: readonly { moduleId: string; message: ChatMessage }[];
  /** To be applied in order and in one transaction. */
  readonly effects: readonly Effect[];
  /** Only while `attempting`: done after the effects; its outcome is the next input. */
  readonly attempt: Request | null;
}

interface Speaker {
  readonly id: string;
  readonly definition: Pick<ModuleDefinition, 'type' | 'stores'>;
  readonly place: { readonly variables: Variables; readonly callers: readonly Frame[] };
}

/** Collects what modules say and store, until the chat waits, ends or asks the store. */
export class TurnInProgress {
  readonly #messages: { moduleId: string; message: ChatMessage }[] = [];
  readonly #effects: Effect[] = [];
  readonly #environment: Environment;
  readonly #budget: Budget;

  constructor(environment: Environment, budget: Budget) {
    this.#environment = { ...environment, spend: budget.work };
    this.#budget = budget;
  }

  /** Returns the variables as they are after the step. @throws OverBudget */
  take({ say = [], set = {}, store = [], forget }: StepResult, speaker: Speaker): Variables {
    const known = forget ? this.#nothingKnown() : speaker.place;
    const variables = assign(known.variables, set);
    this.#budget.use(set);
    for (const said of say) {
      const plain = typeof said === 'string' ? { kind: 'text' as const, text: said } : said;
      const message = interpolateMessage(plain, { ...this.#environment, variables });
      if (isSilent(message)) continue;
      this.#budget.use(message);
      this.#messages.push({ moduleId: speaker.id, message });
    }
    const knowing = { ...speaker, place: { ...known, variables } };
    const { sessionId } = this.#environment;
    const isStored = 'variables' in speaker.definition.stores;
    const remembered = isStored ? variableEffects(set, sessionId) : [];
    for (const effect of [...remembered, ...store]) {
      this.#budget.use(effect.row);
      this.#effects.push(effectOf(effect, knowing));
    }
    return variables;
  }

  request(attempt: Attempt, speaker: Speaker): Request {
    return attempt.kind === 'store'
      ? { ...attempt, ...effectOf(attempt, speaker) }
      : { ...attempt, ...contextOf(speaker) };
  }

  close(state: ChatState, attempt: Request | null = null): Turn {
    return { state, messages: this.#messages, effects: this.#effects, attempt };
  }

  /** In which language the chat speaks is nothing that anybody said. */
  #nothingKnown(): Speaker['place'] {
    return { variables: spokenIn(this.#environment.language), callers: [] };
  }
}

/** One row for each variable, in place of the one that the session has written for it before. */
export function variableEffects(set: Variables, sessionId: string): StoreEffect[] {
  return variableRows(set).map((row) => ({
    store: 'variables',
    row,
    uniqueKey: JSON.stringify([sessionId, row.name]),
    onConflict: 'replace',
  }));
}

function effectOf(effect: StoreEffect, speaker: Speaker): Effect {
  const { type, stores } = speaker.definition;
  const days = daysFor(stores, effect.store);
  if (days === undefined)
    throw new Error(`${type} does not declare that it writes ${effect.store}.`);
  return { ...effect, kind: 'store', ...contextOf(speaker), days };
}

function daysFor(stores: ModuleDefinition['stores'], table: TableName): number | undefined {
  return stores[table];
}

function contextOf({ id, definition, place }: Speaker): Context {
  return { moduleId: id, moduleType: definition.type, contact: contactOf(place) };
}

/** What a called experience was not told, the one that called it still knows. */
function contactOf({ variables, callers }: Speaker['place']): Contact {
  const known = Object.assign(
    {},
    ...callers.map((frame) => frame.variables),
    variables,
  ) as Variables;
  return Object.fromEntries(
    CONTACT_VARIABLES.flatMap((name) => (Object.hasOwn(known, name) ? [[name, known[name]]] : [])),
  );
}

function isSilent(message: ChatMessage): boolean {
  switch (message.kind) {
    case 'image':
      return message.image === '';
    case 'sound':
      return message.sound === '';
    case 'video':
      return message.video === '';
    case 'cards':
      return message.cards.length === 0;
    case 'pause':
      return message.delayMs === 0;
    default:
      return message.text === '';
  }
}
