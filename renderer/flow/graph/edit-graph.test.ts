import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { align } from './align';
import { alongFlow } from './along-flow';
import { addPart, besides, partOf } from './flow-part';
import { addBefore, moveOntoEdge } from './move-onto-edge';
import { sizeIn } from './size-of';
import { catalogue } from './test-modules';

const sizeOf = sizeIn(catalogue, 'en');
const module = (id: string, y: number, x = 0): ModuleNode => ({
  id,
  type: 'step',
  settings: {},
  position: { x, y },
});
const edge = (from: string, to: string, branch = 'next') => ({ from, branch, to });
const chain: Graph = {
  start: 'a',
  modules: [module('a', 0), module('b', 160), module('c', 320)],
  edges: [edge('a', 'b'), edge('b', 'c')],
};
const overlap = (a: ModuleNode, b: ModuleNode): boolean =>
  Math.abs(a.position.x - b.position.x) < (sizeOf(a).width + sizeOf(b).width) / 2 &&
  a.position.y < b.position.y + sizeOf(b).height &&
  b.position.y < a.position.y + sizeOf(a).height;

describe('a part of the flow', () => {
  it('is the modules and the edges between them', () => {
    expect(partOf(chain, ['c', 'b', 'gone'])).toEqual({
      modules: chain.modules.slice(1),
      edges: [edge('b', 'c')],
    });
    expect(partOf(chain, [])).toBeNull();
  });

  it('is added beside, without covering anything', () => {
    const part = { modules: [module('x', 0), module('y', 160)], edges: [edge('x', 'y')] };
    const graph = addPart(chain, part, besides(chain.modules, sizeOf), sizeOf);
    expect(graph.modules).toHaveLength(5);
    expect(graph.edges).toContainEqual(edge('x', 'y'));
    expect(graph.start).toBe('a');
    for (const one of graph.modules) {
      expect(graph.modules.filter((other) => other !== one && overlap(one, other))).toEqual([]);
    }
  });

  it('begins an empty experience', () => {
    const empty: Graph = { start: null, modules: [], edges: [] };
    const part = { modules: [module('x', 480)], edges: [] };
    expect(addPart(empty, part, { x: 0, y: 0 }, sizeOf)).toMatchObject({
      start: 'x',
      modules: [{ position: { x: 0, y: 0 } }],
    });
  });
});

describe('a module that is dropped on an edge', () => {
  const loose: Graph = { ...chain, modules: [...chain.modules, module('new', 80, 500)] };

  it('comes between its ends', () => {
    const { edges, modules } = moveOntoEdge(loose, 'new', edge('a', 'b'), 'next');
    expect(edges).toEqual([edge('b', 'c'), edge('a', 'new'), edge('new', 'b')]);
    expect(modules).toBe(loose.modules);
  });

  it('leaves no hole where it was', () => {
    const longer: Graph = {
      ...chain,
      modules: [...chain.modules, module('d', 480)],
      edges: [...chain.edges, edge('c', 'd')],
    };
    const { edges, start } = moveOntoEdge(longer, 'a', edge('c', 'd'), 'next');
    expect(start).toBe('b');
    expect(edges).toEqual([edge('b', 'c'), edge('c', 'a'), edge('a', 'd')]);
  });

  it('ends the way there when it leads nowhere', () => {
    const { edges } = moveOntoEdge(loose, 'new', edge('a', 'b'), undefined);
    expect(edges).toEqual([edge('b', 'c'), edge('a', 'new')]);
  });

  it('stays as it is on an edge of its own', () => {
    expect(moveOntoEdge(chain, 'b', edge('a', 'b'), 'next')).toBe(chain);
    expect(moveOntoEdge(chain, 'b', edge('b', 'c'), 'next')).toBe(chain);
    expect(moveOntoEdge(chain, 'b', edge('c', 'gone'), 'next')).toBe(chain);
  });
});

describe('a module that is added before another', () => {
  it('takes over all that led there, and the start', () => {
    const { edges } = addBefore(chain, 'c', module('new', 0), 'next');
    expect(edges).toEqual([edge('a', 'b'), edge('b', 'new'), edge('new', 'c')]);
    expect(addBefore(chain, 'a', module('new', 0), 'next').start).toBe('new');
  });
});

describe('aligning', () => {
  const messy: Graph = {
    ...chain,
    modules: [module('a', 0, 0), module('b', 100, 40), module('c', 480, 200)],
  };
  const xs = (graph: Graph) => graph.modules.map(({ position }) => position.x);
  const ys = (graph: Graph) => graph.modules.map(({ position }) => position.y);
  const all = ['a', 'b', 'c'];

  it('lines up and spreads, and changes nothing else', () => {
    expect(xs(align(messy, all, 'left', sizeOf))).toEqual([0, 0, 0]);
    expect(xs(align(messy, all, 'right', sizeOf))).toEqual([200, 200, 200]);
    expect(xs(align(messy, all, 'centre', sizeOf))).toEqual([80, 80, 80]);
    expect(ys(align(messy, all, 'top', sizeOf))).toEqual([0, 0, 0]);
    expect(ys(align(messy, all, 'distributeDown', sizeOf))).toEqual([0, 240, 480]);
    expect(xs(align(messy, all, 'distributeAcross', sizeOf))).toEqual([0, 104, 200]);
    expect(align(messy, all, 'left', sizeOf).edges).toBe(messy.edges);
  });

  it('takes two modules at least', () => {
    expect(align(messy, ['b'], 'left', sizeOf)).toBe(messy);
  });
});

describe('arrow keys', () => {
  const fork: Graph = {
    start: 'a',
    modules: [module('a', 0), module('far', 600, 900), module('near', 160), module('b', 320)],
    edges: [edge('a', 'far', 'red'), edge('a', 'b', 'blue')],
  };

  it('follow the flow down and up', () => {
    expect(alongFlow(fork, 'a', 'ArrowDown')).toBe('b');
    expect(alongFlow(fork, 'far', 'ArrowUp')).toBe('a');
  });

  it('go to the nearest module where nothing is connected', () => {
    expect(alongFlow(fork, 'near', 'ArrowDown')).toBe('b');
    expect(alongFlow(fork, 'near', 'ArrowRight')).toBe('far');
  });
});
