import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { samePlay } from '../graph/same-play';
import { diffGraphs } from './diff-graphs';

const module = (id: string, settings: ModuleNode['settings'] = {}, x = 0): ModuleNode => ({
  id,
  type: 'step',
  settings,
  position: { x, y: 0 },
});
const edge = (from: string, to: string) => ({ from, branch: 'next', to });
const before: Graph = {
  start: 'a',
  modules: [module('a', { text: 'Hi', list: [{ id: 'x', label: 'X' }] }), module('b')],
  edges: [edge('a', 'b')],
};

describe('the difference between two versions', () => {
  it('is none when modules only moved, or their settings are in another order', () => {
    const after = {
      ...before,
      modules: [
        module('a', { list: [{ label: 'X', id: 'x' }], text: 'Hi' }, 500),
        module('b', {}, 9),
      ],
    };
    expect(diffGraphs(before, after).isSame).toBe(true);
  });

  it('names what is set for the whole chat, where it is not as before', () => {
    const strict = { ...before, settings: { allowsBack: false } };
    const usual = { ...before, settings: { allowsBack: true } };
    expect(diffGraphs(before, usual).isSame).toBe(true);
    const diff = diffGraphs(usual, strict);
    expect(diff.settings).toEqual([{ key: 'allowsBack', before: true, after: false }]);
    expect(diff.isSame).toBe(false);
    expect(samePlay(before, usual)).toBe(true);
    expect(samePlay(before, strict)).toBe(false);
  });

  it('names added, removed and changed modules, with what was and is', () => {
    const after: Graph = {
      start: 'c',
      modules: [module('a', { text: 'Hello', list: [], more: true }), module('c')],
      edges: [edge('a', 'c')],
    };
    const { modules, edges, startChanged, isSame } = diffGraphs(before, after);
    expect(modules.map(({ module: { id }, kind }) => `${id} ${kind}`)).toEqual([
      'a changed',
      'c added',
      'b removed',
    ]);
    expect(modules[0]?.settings).toEqual([
      { key: 'text', before: 'Hi', after: 'Hello' },
      { key: 'list', before: [{ id: 'x', label: 'X' }], after: [] },
      { key: 'more', before: undefined, after: true },
    ]);
    expect(edges.map(({ edge: { to }, kind }) => `${to} ${kind}`)).toEqual([
      'c added',
      'b removed',
    ]);
    expect(startChanged).toBe(true);
    expect(isSame).toBe(false);
  });

  it('counts translations that are other ones, by language', () => {
    const before = { start: null, modules: [], edges: [] };
    const after = {
      ...before,
      translations: {
        fr: { 'a/text': { text: 'Un', of: 'One' }, 'b/text': { text: '2', of: '2' } },
      },
    };
    const now = { ...before, translations: { fr: { 'a/text': { text: 'Une', of: 'One' } } } };
    expect(diffGraphs(before, after)).toMatchObject({
      translations: [{ language: 'fr', count: 2 }],
      isSame: false,
    });
    expect(diffGraphs(after, now).translations).toEqual([{ language: 'fr', count: 2 }]);
    expect(diffGraphs(after, after).isSame).toBe(true);
  });
});
