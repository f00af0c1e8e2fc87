import { describe, expect, it } from 'vitest';
import { Appearance, type Graph, type ModuleNode, type Problem } from '../../../preload/contract';
import { contrastIssues } from '../../../preload/contract/palette';
import { catalogue } from '../graph/test-modules';
import { repairOf } from './repairs';

const module = (id: string, type = 'step', settings: ModuleNode['settings'] = {}): ModuleNode => ({
  id,
  type,
  settings,
  position: { x: 0, y: 0 },
});
const edge = (from: string, to: string, branch = 'next') => ({ from, branch, to });
const flow = (...modules: ModuleNode[]): Graph => ({
  start: modules[0]?.id ?? null,
  modules,
  edges: modules.slice(1).map(({ id }, index) => edge(modules[index]?.id ?? '', id)),
});

const problem = (code: Problem['code'], rest: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code,
  params: {},
  ...rest,
});

const offered = (graph: Graph, found: Problem) =>
  repairOf(found, { graph, catalogue, language: 'en' });

function repaired(graph: Graph, found: Problem): Graph {
  const repair = offered(graph, found);
  if (!repair) throw new Error('There is no repair.');
  return repair.change(graph);
}

describe('a repair', () => {
  it('makes every colour that was set readable, and keeps what else is set', () => {
    const colors = {
      light: { text: '#eeeeee', button: '#111111', buttonText: '#222222' },
      dark: {},
    };
    const appearance = Appearance.parse({ colors, name: 'Fruit & Sons' });
    const settings = { allowsBack: false, appearance };
    const mended = repaired({ ...flow(module('a')), settings }, problem('contrast_too_low'));
    expect(contrastIssues(appearance)).toHaveLength(3);
    expect(contrastIssues(mended.settings?.appearance ?? appearance)).toEqual([]);
    expect(mended.settings).toMatchObject({
      allowsBack: false,
      appearance: { name: 'Fruit & Sons' },
    });
  });

  it('adds the module that is needed before, on the way there', () => {
    const graph = flow(module('a'), module('b'));
    const found = problem('variable_needed_before', { moduleId: 'b', params: { needed: 'step' } });
    const { modules, edges } = repaired(graph, found);
    const added = modules.find(({ id }) => id !== 'a' && id !== 'b');
    expect(added).toMatchObject({ type: 'step', settings: { text: 'Hi' } });
    expect(edges).toHaveLength(2);
    expect(edges).toEqual(
      expect.arrayContaining([edge('a', added?.id ?? ''), edge(added?.id ?? '', 'b')]),
    );
  });

  it('opens a branch that leads nowhere', () => {
    const graph = { ...flow(module('a')), edges: [edge('a', 'gone')] };
    const found = problem('dangling_edge', { moduleId: 'a', params: { branch: 'next' } });
    expect(repaired(graph, found).edges).toEqual([]);
  });

  it.each(['unreachable', 'unknown_module_type'] as const)(
    'deletes a module that is %s',
    (code) => {
      const graph = flow(module('a'), module('b'), module('c'));
      expect(repaired(graph, problem(code, { moduleId: 'c' })).modules.map(({ id }) => id)).toEqual(
        ['a', 'b'],
      );
    },
  );

  it('ends a branch on which nothing follows', () => {
    const found = problem('branch_unconnected', { moduleId: 'a', params: { branchId: 'next' } });
    const { modules, edges } = repaired(flow(module('a')), found);
    expect(modules[1]).toMatchObject({ type: 'end' });
    expect(edges).toEqual([edge('a', modules[1]?.id ?? '')]);
  });

  it('starts with the only module that nothing leads to', () => {
    const graph = { ...flow(module('a'), module('b')), start: null };
    expect(repaired(graph, problem('no_start')).start).toBe('a');
  });

  it.each([
    ['http://example.com/a', 'https://example.com/a'],
    [' example.com ', 'https://example.com'],
  ])('makes %j a safe address', (url, safe) => {
    const found = problem('not_https', { moduleId: 'a', field: 'url' });
    const graph = flow(module('a', 'step', { url }));
    expect(repaired(graph, found).modules[0]?.settings).toEqual({ url: safe });
  });
});

describe('there is no repair', () => {
  it('of a start that could be one of several', () => {
    const graph: Graph = { start: null, modules: [module('a'), module('b')], edges: [] };
    expect(offered(graph, problem('no_start'))).toBeNull();
  });

  it.each(['ftp://example.com', 'user@example.com', 'localhost', ''])(
    'of the address %j',
    (url) => {
      const graph = flow(module('a', 'step', { url }));
      expect(offered(graph, problem('not_https', { moduleId: 'a', field: 'url' }))).toBeNull();
    },
  );

  it('by a kind of module that is not known', () => {
    const found = problem('variable_needed_before', { moduleId: 'a', params: { needed: 'none' } });
    expect(offered(flow(module('a')), found)).toBeNull();
  });

  it('of what only the author can decide', () => {
    expect(offered(flow(module('a')), problem('setting_missing', { moduleId: 'a' }))).toBeNull();
  });
});
