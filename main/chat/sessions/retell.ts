import { type Graph, textsOfModule } from '../../../preload/contract';
import type { Place, Waiting } from '../engine/chat-state';
import { changeTexts, interpolate, interpolateMarked, isRead } from '../engine/interpolate';
import { spokenIn } from '../engine/language';
import type { LegalWordings } from '../engine/legal-wording';
import type { Library } from '../engine/program';
import type { Environment, Variables } from '../engine/step';
import { localise } from '../flow/localise';
import { formOfType } from '../modules/forms';

/** What is played, and from which language into which it goes over. */
export interface Switch {
  readonly graph: Graph;
  readonly library: Library;
  readonly from: string;
  readonly to: string;
  /** Of when it was asked: a text may say what day it is. */
  readonly environment: Pick<Environment, 'nowMs' | 'timeZone'>;
  /** What the legal texts say in either. */
  readonly legal: { readonly from: LegalWordings; readonly to: LegalWordings };
}

type Messages = readonly { moduleId: string; message: { kind: string } }[];

/**
 * The chat as it waits, in another language: each text of the module that asks is exchanged for its
 * translation, wherever the prompt shows it. Nothing is played again, so nothing is stored or drawn again.
 */
export function retold(waiting: Waiting, change: Switch): Waiting {
  const words = wordsOf(waiting.moduleId, waiting, change);
  return {
    ...waiting,
    prompt: exchange(waiting.prompt, words.shown),
    variables: knowing(waiting, change),
    memory: rememberedAnew(waiting, words),
    callers: waiting.callers.map((frame) => ({ ...frame, variables: knowing(frame, change) })),
  };
}

/** What the module that waits has said last, in the other language. */
export function saidAgain<M extends Messages>(messages: M, waiting: Waiting, change: Switch): M {
  const { shown } = wordsOf(waiting.moduleId, waiting, change);
  return messages
    .filter(({ moduleId }) => moduleId === waiting.moduleId)
    .map((each) => ({ ...each, message: exchange(each.message, shown) })) as unknown as M;
}

function knowing({ variables }: { variables: Variables }, { to }: Switch): Variables {
  return { ...variables, ...spokenIn(to) };
}

/**
 * Modules remember words as they were shown. Those that are on the screen now are shown anew, and
 * remembered so; those that somebody has agreed to a question ago stay the words that they have seen.
 */
function rememberedAnew({ prompt, memory }: Waiting, { kept }: Words): Variables {
  const onScreen = new Set(textsShown(prompt));
  return Object.fromEntries(
    Object.entries(memory).map(([key, value]) => {
      const other = kept.get(value);
      return [key, other && onScreen.has(other.shownAs) ? other.is : value];
    }),
  );
}

interface Words {
  /** As participants see them. */
  readonly shown: ReadonlyMap<string, string>;
  /** Of them, long ones, which modules remember as they were shown: nobody types them. */
  readonly kept: ReadonlyMap<string, { readonly shownAs: string; readonly is: string }>;
}

function wordsOf(moduleId: string, place: Place, change: Switch): Words {
  const { experienceId, variables } = place;
  const graph = experienceId === null ? change.graph : change.library.get(experienceId);
  const shown = new Map<string, string>();
  const kept = new Map<string, { shownAs: string; is: string }>();
  const tell = (was: string, is: string): void => {
    if (was !== '' && !shown.has(was)) shown.set(was, is);
  };
  const keep = (was: string, words: { shownAs: string; is: string }): void => {
    if (was !== '' && !kept.has(was)) kept.set(was, words);
  };
  if (!graph) return { shown, kept };
  const before = { ...change.environment, variables };
  const now = { ...change.environment, variables: knowing(place, change) };
  const after = textsIn(localise(graph, change.to), moduleId);
  for (const { place: at, text, isLong } of textsIn(localise(graph, change.from), moduleId)) {
    const translated = after.find((each) => each.place === at)?.text;
    if (translated === undefined) continue;
    const [was, is] = [interpolate(text, before), interpolate(translated, now)];
    // What was entered by hand is shown with its marks escaped, where a text is light markdown.
    const marked = interpolateMarked(text, before);
    tell(was, is);
    tell(marked, interpolateMarked(translated, now));
    if (isLong) keep(was, { shownAs: marked, is });
  }
  for (const [id, { title, text }] of Object.entries(change.legal.from)) {
    const other = change.legal.to[id];
    if (!other) continue;
    tell(title, other.title);
    tell(text, other.text);
    keep(text, { shownAs: text, is: other.text });
  }
  return { shown, kept };
}

function textsIn(graph: Graph, moduleId: string) {
  const module = graph.modules.find(({ id }) => id === moduleId);
  return module ? textsOfModule(module, formOfType(module.type) ?? []) : [];
}

/** Read, though an author's variables are not put in, or only in messages. */
const ALSO_READ = new Set(['title', 'transcript', 'linkLabel']);

/** Texts that are for reading, at any depth; ids stay. */
function exchange<T>(shown: T, words: ReadonlyMap<string, string>): T {
  return changeTexts(shown, (text, key) =>
    isRead(key) || ALSO_READ.has(key) ? (words.get(text) ?? words.get(text.trim()) ?? text) : text,
  );
}

function textsShown(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(textsShown)
    : [];
}
