import { kindOf } from './blocks';
import { isObject, number } from './loose';
import type { Block, Typebot } from './read-typebot';
import { bubbleText } from './rich-text';
import type { Routes } from './routes';

/** Blocks that become one with what follows them: it is met on this way only. */
export interface Merges {
  /** The text that is a question's words, by the id of the block that asks. */
  readonly questions: ReadonlyMap<string, Block>;
  /** Ids of those texts. */
  readonly asked: ReadonlySet<string>;
  /** The delay of a text, in seconds, by its id. */
  readonly pauses: ReadonlyMap<string, number>;
  /** Ids of the waits that became such a delay. */
  readonly waited: ReadonlySet<string>;
}

/** In Typebot, a text asks and an input only answers; a wait is a block of its own. */
export function mergesIn({ groups }: Typebot, routes: Routes): Merges {
  const blocks = groups.flatMap((group) => group.blocks);
  const questions = new Map<string, Block>();
  const asked = new Set<string>();
  for (const block of blocks.filter(({ type }) => type === 'text')) {
    const next = onlyNext(block, routes);
    if (!next || !asks(next) || bubbleText(block.content, new Set()).trim() === '') continue;
    questions.set(next.id, block);
    asked.add(block.id);
  }
  const pauses = new Map<string, number>();
  const waited = new Set<string>();
  for (const block of blocks.filter(({ type }) => type === 'Wait')) {
    const seconds = number(block.options.secondsToWaitFor);
    const next = onlyNext(block, routes);
    if (seconds === null || seconds <= 0 || next?.type !== 'text' || asked.has(next.id)) continue;
    pauses.set(next.id, seconds);
    waited.add(block.id);
  }
  return { questions, asked, pauses, waited };
}

function onlyNext(block: Block, routes: Routes): Block | null {
  const next = routes.after(block);
  return next && routes.entries(next) === 1 ? next : null;
}

/** What offers nothing asks nothing. */
function asks({ type, items, options }: Block): boolean {
  if (kindOf(type).asks !== true) return false;
  const offers = /choice|cards/.test(type);
  const isFilledLater = options.dynamicVariableId || isObject(options.dynamicItems);
  return !offers || items.length > 0 || Boolean(isFilledLater);
}
