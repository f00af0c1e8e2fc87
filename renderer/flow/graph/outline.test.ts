import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { labelledBranches } from '../modules/catalogue';
import { keyOfRow, outlineOf } from './outline';
import { catalogue } from './test-modules';

const module = (id: string, type = 'step', settings = {}): ModuleNode => ({
  id,
  type,
  settings,
  position: { x: 0, y: 0 },
});
const options = [
  { id: 'red', label: 'Red' },
  { id: 'blue', label: 'Blue' },
];
const link = (from: string, to: string, branch = 'next') => ({ from, branch, to });
const outline = (graph: Graph) =>
  outlineOf(graph, (each) => labelledBranches(catalogue, each, 'en'));

describe('the outline of a flow', () => {
  it('goes along the way, and one branch after the other further in', () => {
    const graph = {
      start: 'a',
      modules: [module('a'), module('b', 'choice', { options }), module('c'), module('d')],
      edges: [link('a', 'b'), link('b', 'c', 'red'), link('c', 'a')],
    };
    const { rows, unreached } = outline(graph);
    const told = rows.map((row) => {
      const what = row.kind === 'ends' ? row.from : row.module.id;
      return [row.kind, what, row.depth, row.branch].join(' ').trim();
    });
    expect(told).toEqual([
      'module a 0',
      'module b 0',
      'module c 1 Red',
      'goesTo a 1',
      'ends b 1 Blue',
    ]);
    expect(unreached).toMatchObject([{ kind: 'module', module: { id: 'd' } }]);
  });

  it('has each module once, whatever the edges', () => {
    const edges = fc.uniqueArray(
      fc.record({
        from: fc.constantFrom('0', '1', '2', '3', '4'),
        branch: fc.constantFrom('red', 'blue'),
        to: fc.constantFrom('0', '1', '2', '3', '4', 'gone'),
      }),
      { selector: ({ from, branch }) => `${from} ${branch}` },
    );
    const modules = ['0', '1', '2', '3', '4'].map((id) => module(id, 'choice', { options }));
    fc.assert(
      fc.property(edges, fc.constantFrom('0', null, 'gone'), (drawn, start) => {
        const { rows, unreached } = outline({ start, modules, edges: drawn });
        const ids = [...rows, ...unreached].flatMap((row) =>
          row.kind === 'module' ? [row.module.id] : [],
        );
        expect(ids.toSorted()).toEqual(['0', '1', '2', '3', '4']);
        const keys = [...rows, ...unreached].map(keyOfRow);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('takes a flow of thousands of modules', () => {
    const modules = Array.from({ length: 5_000 }, (_, index) => module(`${index}`));
    const edges = modules.slice(1).map((_, index) => link(`${index}`, `${index + 1}`));
    expect(outline({ start: '0', modules, edges }).rows).toHaveLength(5_000);
  });
});
