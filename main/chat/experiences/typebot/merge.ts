import { kindOf } from './blocks';
import { isObject } from './loose';
import type { Block, Typebot } from './read-typebot';
import { bubbleText } from './rich-text';
import type { Routes } from './routes';

/** Blocks that become one with what follows them: it is met on this way only. */
export interface Merges {
  /** The text that is a question's words, by the id of the block that asks. */
  readonly questions: ReadonlyMap<string, Block>;
  /** Ids of those texts. */
  readonly asked: ReadonlySet<string>;
}

/** In Typebot, a text asks and an input only answers. */
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
  return { questions, asked };
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
