import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../preload/contract';
import { createDraftStore, type GraphChange } from './draft-store';
import { addBelow, addFirst } from './graph/add-below';
import { arrange } from './graph/arrange';
import { connect, disconnect } from './graph/connect';
import { moveModules } from './graph/move-modules';
import { newModule } from './graph/new-module';
import { removeModule } from './graph/remove-module';
import { setSettings } from './graph/set-settings';
import { setStart } from './graph/set-start';
import { sizeIn } from './graph/size-of';
import { catalogue, choice, end, step } from './graph/test-modules';
import { branchesOfModule } from './modules/catalogue';

const sizeOf = sizeIn(catalogue, 'en');
const branchIdsOf = (module: ModuleNode) => branchesOfModule(catalogue, module).map(({ id }) => id);
const descriptors = [step, choice, end];

/** Numbers that pick modules and branches out of whatever the graph holds by then. */
type Pick = (count: number) => number;
type Operation = (graph: Graph, pick: Pick) => Graph;

const anyModule = (graph: Graph, pick: Pick) => graph.modules[pick(graph.modules.length)];
const anyBranch = (module: ModuleNode, pick: Pick) => {
  const branches = branchesOfModule(catalogue, module);
  return branches[pick(branches.length)]?.id;
};

const operations: Record<string, Operation> = {
  add: (graph, pick) => {
    const module = newModule(descriptors[pick(3)] ?? step, 'en', { x: 0, y: 0 });
    const parent = anyModule(graph, pick);
    if (!parent) return addFirst(graph, module);
    const branches = branchesOfModule(catalogue, parent);
    const branchIndex = pick(branches.length);
    const branch = branches[branchIndex]?.id;
    if (branch === undefined) return graph;
    const onward = branchesOfModule(catalogue, module)[0]?.id;
    const place = { branchIndex, branchCount: branches.length };
    return addBelow(graph, { below: parent.id, branch, module, onward, ...place }, sizeOf);
  },
  remove: (graph, pick) => removeModule(graph, anyModule(graph, pick)?.id ?? ''),
  connect: (graph, pick) => {
    const from = anyModule(graph, pick);
    const branch = from && anyBranch(from, pick);
    const to = anyModule(graph, pick);
    return from && branch && to ? connect(graph, { from: from.id, branch, to: to.id }) : graph;
  },
  disconnect: (graph, pick) => {
    const edge = graph.edges[pick(graph.edges.length)];
    return edge ? disconnect(graph, edge.from, edge.branch) : graph;
  },
  dropOption: (graph, pick) => {
    const module = graph.modules.find((each) => each.type === 'choice');
    const options = module?.settings.options;
    if (!module || !Array.isArray(options)) return graph;
    const settings = { options: options.toSpliced(pick(options.length), 1) };
    const left = branchesOfModule(catalogue, { ...module, settings }).map(({ id }) => id);
    return setSettings(graph, module.id, settings, new Set(left));
  },
  start: (graph, pick) => setStart(graph, anyModule(graph, pick)?.id ?? ''),
  move: (graph, pick) => {
    const module = anyModule(graph, pick);
    const position = { x: pick(500), y: pick(500) };
    return module ? moveModules(graph, new Map([[module.id, position]])) : graph;
  },
};

const sequence = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(operations)),
    picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  }),
  { maxLength: 40 },
);
type Sequence = typeof sequence extends fc.Arbitrary<infer S> ? S : never;

function changesOf(steps: Sequence): GraphChange[] {
  return steps.map(({ name, picks }) => (graph) => {
    const left = [...picks];
    const pick: Pick = (count) => (count === 0 ? 0 : (left.shift() ?? 0) % count);
    return operations[name]?.(graph, pick) ?? graph;
  });
}

function expectSound({ start, modules, edges }: Graph): void {
  const ids = new Set(modules.map((module) => module.id));
  expect(ids.size).toBe(modules.length);
  if (start !== null) expect(ids).toContain(start);
  for (const { from, branch, to } of edges) {
    const source = modules.find((module) => module.id === from);
    expect(ids).toContain(to);
    expect(source && branchesOfModule(catalogue, source).map(({ id }) => id)).toContain(branch);
  }
  expect(new Set(edges.map(({ from, branch }) => `${from}:${branch}`)).size).toBe(edges.length);
}

function overlaps(graph: Graph): number {
  const boxes = graph.modules.map((module) => ({ ...module.position, ...sizeOf(module) }));
  return boxes.filter((a, index) =>
    boxes.some(
      (b, other) =>
        other > index &&
        Math.abs(a.x - b.x) < (a.width + b.width) / 2 &&
        a.y < b.y + b.height &&
        b.y < a.y + a.height,
    ),
  ).length;
}

describe('the draft', () => {
  it('stays sound after any sequence of changes, and undo and redo restore every step', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const store = createDraftStore();
        const seen = [store.getState().graph];
        for (const change of changesOf(steps)) {
          store.getState().change(change);
          const { graph } = store.getState();
          expectSound(graph);
          if (graph !== seen.at(-1)) seen.push(graph);
        }
        for (const earlier of seen.toReversed()) {
          expect(store.getState().graph).toBe(earlier);
          store.getState().undo();
        }
        for (const later of seen) {
          expect(store.getState().graph).toBe(later);
          store.getState().redo();
        }
      }),
    );
  });

  it('can be arranged whatever leads where', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const store = createDraftStore();
        for (const change of changesOf(steps)) store.getState().change(change);
        const { graph } = store.getState();
        expect(overlaps(arrange(graph, sizeOf, branchIdsOf))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('never overlaps modules by adding', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const store = createDraftStore();
        const additions = steps.map((each) => ({ ...each, name: 'add' }));
        for (const change of changesOf(additions)) store.getState().change(change);
        expect(overlaps(store.getState().graph)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('takes typing in one field as one undo step, and a pause as the next', () => {
    let clock = 0;
    const store = createDraftStore(() => clock);
    const { change, undo } = store.getState();
    change((graph) =>
      addFirst(graph, { id: 'a', type: 'step', settings: {}, position: { x: 0, y: 0 } }),
    );
    const type = (text: string) =>
      change((graph) => setSettings(graph, 'a', { text }, new Set(['next'])), 'a:text');
    for (const text of ['H', 'He', 'Hey']) type(text);
    clock += 5_000;
    type('Hey you');
    const text = () => store.getState().graph.modules[0]?.settings.text;
    undo();
    expect(text()).toBe('Hey');
    undo();
    expect(text()).toBeUndefined();
  });

  it('forgets its history when another draft is loaded', () => {
    const store = createDraftStore();
    const { change, load, undo } = store.getState();
    change((graph) => addFirst(graph, newModule(step, 'en', { x: 0, y: 0 })));
    const other: Graph = { start: null, modules: [], edges: [] };
    load(other);
    undo();
    expect(store.getState().graph).toBe(other);
  });
});
