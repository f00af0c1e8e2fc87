import { describe, expect, it } from 'vitest';
import { Appearance, type Graph, type ModuleNode } from '../../../preload/contract';
import { branchesOfModule } from '../modules/catalogue';
import { addBelow } from './add-below';
import { arrange } from './arrange';
import { connect, disconnect } from './connect';
import { newModule } from './new-module';
import { removeModule } from './remove-module';
import { samePlay } from './same-play';
import { setChatSetting } from './set-chat-setting';
import { setSettings } from './set-settings';
import { setStart } from './set-start';
import { sizeIn } from './size-of';
import { catalogue, choice, end, step } from './test-modules';

const sizeOf = sizeIn(catalogue, 'en');
const branchIdsOf = (of: ModuleNode) => branchesOfModule(catalogue, of).map(({ id }) => id);

function module(id: string, y: number, type = 'step', x = 0): ModuleNode {
  const settings = type === 'choice' ? newModule(choice, 'en', { x, y }).settings : {};
  return { id, type, settings, position: { x, y } };
}

const chain: Graph = {
  start: 'a',
  modules: [module('a', 0), module('b', 160), module('c', 320)],
  edges: [
    { from: 'a', branch: 'next', to: 'b' },
    { from: 'b', branch: 'next', to: 'c' },
  ],
};

function insert(graph: Graph, below: string, branch: string, added: ModuleNode): Graph {
  const onward = branchesOfModule(catalogue, added)[0]?.id;
  const insertion = { below, branch, module: added, onward, branchIndex: 0, branchCount: 1 };
  return addBelow(graph, insertion, sizeOf);
}

const yOf = (graph: Graph, id: string) =>
  graph.modules.find((candidate) => candidate.id === id)?.position.y ?? Number.NaN;

describe('adding below', () => {
  it('puts the module between its parent and what followed on that branch', () => {
    const graph = insert(chain, 'a', 'next', module('new', 0));
    expect(graph.edges).toContainEqual({ from: 'a', branch: 'next', to: 'new' });
    expect(graph.edges).toContainEqual({ from: 'new', branch: 'next', to: 'b' });
    expect(graph.edges).toHaveLength(3);
  });

  it('makes room by moving what follows down, in its order', () => {
    const graph = insert(chain, 'a', 'next', module('new', 0));
    const order = ['a', 'new', 'b', 'c'].map((id) => yOf(graph, id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(yOf(graph, 'c') - yOf(graph, 'b')).toBe(160);
  });

  it('leaves what followed unconnected when the new module ends the chat', () => {
    const graph = insert(chain, 'a', 'next', module('new', 0, 'end'));
    expect(graph.edges).toEqual([
      { from: 'b', branch: 'next', to: 'c' },
      { from: 'a', branch: 'next', to: 'new' },
    ]);
  });

  it('does not move a module above that a branch jumps back to', () => {
    const loop = connect(chain, { from: 'c', branch: 'next', to: 'a' });
    const graph = insert(loop, 'c', 'next', module('new', 0));
    expect(yOf(graph, 'a')).toBe(0);
    expect(yOf(graph, 'new')).toBeGreaterThan(yOf(graph, 'c'));
  });
});

describe('connecting', () => {
  it('replaces the edge that the branch had', () => {
    const graph = connect(chain, { from: 'a', branch: 'next', to: 'c' });
    expect(graph.edges.filter((edge) => edge.from === 'a')).toEqual([
      { from: 'a', branch: 'next', to: 'c' },
    ]);
  });

  it('ignores a module that is not there', () => {
    expect(connect(chain, { from: 'a', branch: 'next', to: 'gone' })).toBe(chain);
  });

  it('opens a branch', () => {
    expect(disconnect(chain, 'a', 'next').edges).toEqual([{ from: 'b', branch: 'next', to: 'c' }]);
  });
});

describe('removing', () => {
  it('leads the predecessor on to the only successor', () => {
    expect(removeModule(chain, 'b').edges).toEqual([{ from: 'a', branch: 'next', to: 'c' }]);
  });

  it('leaves the branch open when there are several successors', () => {
    const fork: Graph = {
      start: 'a',
      modules: [module('a', 0), module('b', 160, 'choice'), module('c', 320), module('d', 320)],
      edges: [
        { from: 'a', branch: 'next', to: 'b' },
        { from: 'b', branch: 'red', to: 'c' },
        { from: 'b', branch: 'blue', to: 'd' },
      ],
    };
    expect(removeModule(fork, 'b').edges).toEqual([]);
  });

  it('hands the start on', () => {
    expect(removeModule(chain, 'a').start).toBe('b');
    expect(removeModule({ ...chain, edges: [] }, 'a').start).toBeNull();
  });
});

describe('settings', () => {
  it('drop the edge of an option that is gone', () => {
    const settings = { options: [{ id: 'blue', label: 'Blue pill' }] };
    const graph: Graph = {
      start: 'a',
      modules: [module('a', 0, 'choice'), module('b', 160)],
      edges: [
        { from: 'a', branch: 'red', to: 'b' },
        { from: 'a', branch: 'blue', to: 'b' },
      ],
    };
    expect(setSettings(graph, 'a', settings, new Set(['blue'])).edges).toEqual([
      { from: 'a', branch: 'blue', to: 'b' },
    ]);
  });

  it('of a new module give the items of its lists ids of their own', () => {
    const first = newModule(choice, 'en', { x: 0, y: 0 });
    const second = newModule(choice, 'en', { x: 0, y: 0 });
    const ids = [first, second].flatMap((each) =>
      branchesOfModule(catalogue, each).map((branch) => branch.id),
    );
    expect(new Set(ids).size).toBe(4);
    expect(newModule(step, 'de', { x: 0, y: 0 }).settings).toEqual({ text: 'Hallo' });
    expect(branchesOfModule(catalogue, newModule(end, 'en', { x: 0, y: 0 }))).toEqual([]);
  });
});

describe('arranging', () => {
  it('puts each module below the one that leads to it and changes nothing else', () => {
    const messy = { ...chain, modules: [module('a', 900), module('b', 40), module('c', 0)] };
    const tidy = arrange(messy, sizeOf, branchIdsOf);
    expect(yOf(tidy, 'a')).toBeLessThan(yOf(tidy, 'b'));
    expect(yOf(tidy, 'b')).toBeLessThan(yOf(tidy, 'c'));
    expect(samePlay(messy, tidy)).toBe(true);
  });

  it('puts the modules after a choice in the order of its options', () => {
    const options = [1, 2, 3].map((number) => ({ id: `o${number}`, label: `Option ${number}` }));
    const fork: Graph = {
      start: 'a',
      modules: [
        { id: 'a', type: 'choice', settings: { options }, position: { x: 0, y: 0 } },
        ...['x', 'y', 'z'].map((id) => module(id, 160)),
      ],
      edges: [
        { from: 'a', branch: 'o3', to: 'x' },
        { from: 'a', branch: 'o1', to: 'y' },
        { from: 'a', branch: 'o2', to: 'z' },
      ],
    };
    const { modules } = arrange(fork, sizeOf, branchIdsOf);
    const leftToRight = modules
      .filter(({ id }) => id !== 'a')
      .toSorted((one, other) => one.position.x - other.position.x);
    expect(leftToRight.map(({ id }) => id)).toEqual(['y', 'z', 'x']);
  });
});

describe('playing alike', () => {
  it('does not depend on positions, but on settings, edges and the start', () => {
    const moved = {
      ...chain,
      modules: chain.modules.map((each) => ({ ...each, position: { x: 9, y: 9 } })),
    };
    expect(samePlay(chain, moved)).toBe(true);
    expect(samePlay(chain, setStart(chain, 'b'))).toBe(false);
    expect(samePlay(chain, setSettings(chain, 'a', { text: 'x' }, new Set(['next'])))).toBe(false);
    expect(samePlay(chain, disconnect(chain, 'a', 'next'))).toBe(false);
  });
});

describe('what is set for the whole chat', () => {
  it('plays alike whatever it looks like, and otherwise where participants can go back', () => {
    const dressed = setChatSetting(chain, { appearance: Appearance.parse({ theme: 'mono' }) });
    expect(dressed).not.toBe(chain);
    expect(samePlay(chain, dressed)).toBe(true);
    expect(samePlay(chain, setChatSetting(dressed, { allowsBack: false }))).toBe(false);
  });

  it('is kept by every other change, and gone from the draft once it is as usual', () => {
    const strict = setChatSetting(chain, { allowsBack: false });
    expect(strict.settings).toEqual({ allowsBack: false });
    const changes = [
      removeModule(strict, 'b'),
      setStart(strict, 'c'),
      disconnect(strict, 'a', 'next'),
    ];
    for (const changed of changes) expect(changed.settings).toEqual({ allowsBack: false });
    expect(setChatSetting(strict, { allowsBack: false })).toBe(strict);
    expect(setChatSetting(strict, { allowsBack: true })).toEqual(chain);
    expect(setChatSetting(chain, { allowsBack: true })).toBe(chain);
  });
});
