import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { moveBelow, swapModules } from './drop-on-module';
import { sizeIn } from './size-of';
import { catalogue } from './test-modules';

const sizeOf = sizeIn(catalogue, 'en');
const module = (id: string, y: number): ModuleNode => ({
  id,
  type: 'step',
  settings: {},
  position: { x: 0, y },
});
const edge = (from: string, to: string, branch = 'next') => ({ from, branch, to });
const chain: Graph = {
  start: 'a',
  modules: [module('a', 0), module('b', 160), module('c', 320), module('d', 480)],
  edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')],
};
const nextOf = () => 'next';
const order = ({ start, edges }: Graph): (string | null)[] => {
  const ids = [start];
  for (let at = start; at !== null && ids.length < 9; ) {
    at = edges.find(({ from, branch }) => from === at && branch === 'next')?.to ?? null;
    if (at !== null) ids.push(at);
  }
  return ids;
};
const follow = (graph: Graph, id: string, below: string): Graph => {
  const moved = graph.modules.find((each) => each.id === id);
  if (!moved) throw new Error(id);
  const where = { below, branch: 'next', branchIndex: 0, branchCount: 1 };
  return moveBelow(graph, { ...where, module: moved, onward: 'next' }, sizeOf);
};

describe('a module that is dropped on the lower half of another', () => {
  it.each([
    ['a', 'c', 'bcad'],
    ['d', 'a', 'adbc'],
    ['a', 'd', 'bcda'],
    ['c', 'a', 'acbd'],
  ])('%s follows %s', (id, below, wanted) => {
    const moved = follow(chain, id, below);
    expect(order(moved).join('')).toBe(wanted);
    expect(moved.edges).toHaveLength(3);
    expect(moved.modules).toHaveLength(4);
  });

  it('lies below it, and covers nothing', () => {
    const { modules } = follow(chain, 'd', 'a');
    const y = (id: string) => modules.find((each) => each.id === id)?.position.y ?? 0;
    expect([y('a'), y('d'), y('b'), y('c')]).toEqual(
      [y('a'), y('d'), y('b'), y('c')].toSorted((a, b) => a - b),
    );
    expect(new Set(modules.map(({ position }) => position.y)).size).toBe(4);
  });

  it('keeps its other ways', () => {
    const branching = { ...chain, edges: [...chain.edges, edge('b', 'd', 'other')] };
    expect(follow(branching, 'b', 'c').edges).toContainEqual(edge('b', 'd', 'other'));
  });

  it('stays where it follows already, and does not follow itself', () => {
    expect(follow(chain, 'b', 'a')).toBe(chain);
    expect(follow(chain, 'b', 'b')).toBe(chain);
  });
});

describe('a module that is dropped on the upper half of another', () => {
  const swap = (one: string, other: string) => swapModules(chain, [one, other], nextOf, sizeOf);

  it.each([
    ['a', 'c', 'cbad'],
    ['c', 'a', 'cbad'],
    ['b', 'c', 'acbd'],
    ['a', 'd', 'dbca'],
    ['a', 'b', 'bacd'],
  ])('%s and %s change places', (one, other, wanted) => {
    expect(order(swap(one, other)).join('')).toBe(wanted);
  });

  it('changes their places on the canvas, too', () => {
    const { modules } = swap('a', 'c');
    const at = Object.fromEntries(modules.map(({ id, position }) => [id, position.y]));
    expect(at).toEqual({ a: 320, b: 160, c: 0, d: 480 });
  });

  it('is as before when it is done again', () => {
    const again = swapModules(swap('a', 'c'), ['a', 'c'], nextOf, sizeOf);
    expect(again.modules).toEqual(chain.modules);
    expect(order(again)).toEqual(order(chain));
  });

  it('is refused where one of them does not go on', () => {
    const onward = ({ id }: ModuleNode) => (id === 'd' ? undefined : 'next');
    expect(swapModules(chain, ['a', 'd'], onward, sizeOf)).toBe(chain);
  });
});
