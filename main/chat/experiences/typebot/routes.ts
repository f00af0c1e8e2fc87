import { isObject, list, text } from './loose';
import type { Block, Group, Place, Typebot } from './read-typebot';

const LINKS = new Set(['Typebot link', 'Sniper link']);

/** Whether it leads within the file; the chat comes back from there once that has ended. */
export function linksWithin({ type, options }: Block): boolean {
  return LINKS.has(type) && [options.typebotId, options.sniperId].includes('current');
}

const isJump = ({ type }: Block): boolean => type === 'Jump';

interface Standing {
  readonly block: Block;
  readonly group: Group;
  readonly next: Block | null;
}

/** Which block comes after which. */
export class Routes {
  readonly #typebot: Typebot;
  readonly #groups: ReadonlyMap<string, Group>;
  readonly #blocks: ReadonlyMap<string, Standing>;
  readonly #entries = new Map<string, number>();

  constructor(typebot: Typebot) {
    this.#typebot = typebot;
    this.#groups = new Map(typebot.groups.map((group) => [group.id, group]));
    this.#blocks = new Map(typebot.groups.flatMap(standingIn));
    for (const entered of this.#allEntered()) {
      if (entered) this.#entries.set(entered.id, this.entries(entered) + 1);
    }
  }

  /** A block of a group where the place names one, else the group's first. */
  at({ groupId, blockId }: Place): Block | null {
    const named = blockId === '' ? undefined : this.#blocks.get(blockId);
    return named?.block ?? this.#groups.get(groupId)?.blocks[0] ?? null;
  }

  byEdge(edgeId: string): Block | null {
    const place = this.#typebot.edges.get(edgeId);
    return place ? this.at(place) : null;
  }

  /** By the block's own edge, else the next of its group; null where the chat ends. */
  after({ id, edgeId }: Block): Block | null {
    return edgeId === '' ? (this.#blocks.get(id)?.next ?? null) : this.byEdge(edgeId);
  }

  /** The start's edge, or the first block where there is none. */
  start(): { block: Block | null; isGuessed: boolean } {
    const block = this.byEdge(this.#typebot.startEdgeId);
    if (block) return { block, isGuessed: false };
    const blocks = this.#typebot.groups.flatMap((group) => group.blocks);
    return { block: blocks.find(({ type }) => type !== 'start') ?? null, isGuessed: true };
  }

  /** How many ways lead to the block. */
  entries({ id }: Block): number {
    return this.#entries.get(id) ?? 0;
  }

  /** Jumps behind which the chat can go on after a return; none where nothing returns. */
  jumpsWithReturn(): Block[] {
    const blocks = [...this.#blocks.values()].map(({ block }) => block);
    if (!blocks.some(({ type }) => type === 'Return')) return [];
    return blocks.filter((block) => isJump(block) && this.after(block) !== null);
  }

  /** Links within the file behind which the chat goes on. */
  linksWithReturn(): Block[] {
    const blocks = [...this.#blocks.values()].map(({ block }) => block);
    return blocks.filter((block) => linksWithin(block) && this.after(block) !== null);
  }

  *#allEntered(): Iterable<Block | null> {
    yield this.start().block;
    const returns = new Set(this.jumpsWithReturn());
    for (const { block } of this.#blocks.values()) {
      const { options, items } = block;
      if (isJump(block) || linksWithin(block)) {
        yield this.at({ groupId: text(options.groupId), blockId: text(options.blockId) });
      }
      if (!isJump(block) || returns.has(block)) yield this.after(block);
      for (const { edgeId, raw } of items) {
        yield this.byEdge(edgeId);
        for (const path of list(raw.paths).filter(isObject)) {
          yield this.byEdge(text(path.outgoingEdgeId));
        }
      }
    }
  }
}

function standingIn(group: Group): [string, Standing][] {
  return group.blocks.map((block, at) => [
    block.id,
    { block, group, next: group.blocks[at + 1] ?? null },
  ]);
}
