import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode, Section } from '../../../preload/contract';
import { branchesOfModule } from '../modules/catalogue';
import { addBelow } from './add-below';
import { arrange } from './arrange';
import { addPart, partOf } from './flow-part';
import { renameModule } from './rename-module';
import {
  addSection,
  closestSections,
  type Frame,
  frameAround,
  keepInSections,
  modulesIn,
  moveAll,
  removeSection,
  sectionsOf,
  withContents,
} from './sections';
import { sizeIn } from './size-of';
import { catalogue } from './test-modules';

const sizeOf = sizeIn(catalogue, 'en');
const branchIdsOf = (of: ModuleNode) => branchesOfModule(catalogue, of).map(({ id }) => id);

const step = (id: string, y: number, x = 0): ModuleNode => ({
  id,
  type: 'step',
  settings: {},
  position: { x, y },
});
const section = (id: string, frame: Frame): Section => ({ id, name: id, colour: 'blue', ...frame });
const around = (id: string, ...modules: ModuleNode[]): Section =>
  section(id, frameAround(modules, sizeOf) ?? { x: 0, y: 0, width: 1, height: 1 });
const follow = (from: string, to: string) => ({ from, branch: 'next', to });

const modules = [step('a', 0), step('b', 160), step('c', 320)];
const flow: Graph = {
  start: 'a',
  modules,
  edges: [follow('a', 'b'), follow('b', 'c')],
  sections: [around('top', ...modules.slice(0, 2))],
};
const idsIn = (graph: Graph, id: string): string[] =>
  sectionsOf(graph)
    .filter((each) => each.id === id)
    .flatMap((frame) => modulesIn(graph, frame).map((module) => module.id));

describe('a section', () => {
  it('holds the modules around which it was made', () => {
    expect(idsIn(flow, 'top')).toEqual(['a', 'b']);
  });

  it('takes what lies in it along: modules, and sections within it', () => {
    const nested = addSection(flow, around('inner', step('a', 0)));
    const outer = {
      ...nested,
      sections: nested.sections?.map((each) =>
        each.id === 'top' ? section('top', { x: -400, y: -400, width: 800, height: 700 }) : each,
      ),
    };
    const moved = moveAll(outer, withContents(outer, new Map([['top', { x: 0, y: 0 }]])));
    expect(moved.modules.map(({ position }) => position)).toEqual([
      { x: 400, y: 400 },
      { x: 400, y: 560 },
      { x: 0, y: 320 },
    ]);
    expect(idsIn(moved, 'inner')).toEqual(['a']);
  });

  it('leaves its modules when it is deleted', () => {
    const { sections: _, ...rest } = flow;
    expect(removeSection(flow, 'top')).toEqual(rest);
  });

  it('grows with what is added below one of its modules', () => {
    const insertion = {
      below: 'b',
      branch: 'next',
      module: step('new', 0),
      onward: 'next',
      branchIndex: 0,
      branchCount: 1,
    };
    const added = keepInSections(flow, addBelow(flow, insertion, sizeOf), sizeOf);
    expect(idsIn(added, 'top')).toEqual(['a', 'b', 'new']);
  });

  it('is copied with all of its modules, and not with some', () => {
    expect(partOf(flow, ['a'])?.sections).toBeUndefined();
    const part = partOf(flow, ['a', 'b', 'c']);
    expect(part?.sections).toEqual(flow.sections);
    if (!part) return;
    const copy = {
      ...part,
      modules: part.modules.map((each) => ({ ...each, id: `${each.id}2` })),
      edges: [],
      sections: part.sections?.map((each) => ({ ...each, id: 'copy' })),
    };
    const pasted = addPart(flow, copy, { x: 3_000, y: 900 }, sizeOf);
    expect(idsIn(pasted, 'copy')).toEqual(['a2', 'b2']);
  });
});

describe('tidying up', () => {
  it('keeps each section around the modules that it held, and around no others', () => {
    const shape = fc.record({
      members: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 14 }),
      links: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(shape, ({ members, links }) => {
        // Two sections far from one another, and modules in neither.
        const all = members.map((member, index) => step(`m${index}`, index * 160, member * 2_000));
        const of = (member: number) => all.filter((_, index) => members[index] === member);
        const sections = [1, 2]
          .filter((member) => of(member).length > 0)
          .map((member) => around(`s${member}`, ...of(member)));
        const taken = new Set<number>();
        const edges = links.flatMap(([from, to]) => {
          if (taken.has(from) || from >= all.length || to >= all.length) return [];
          taken.add(from);
          return [follow(`m${from}`, `m${to}`)];
        });
        const tidy = arrange({ start: 'm0', modules: all, edges, sections }, sizeOf, branchIdsOf);
        for (const member of [1, 2]) {
          const expected = of(member).map(({ id }) => id);
          if (expected.length > 0) expect(idsIn(tidy, `s${member}`)).toEqual(expected);
        }
      }),
    );
  });

  it('keeps a section within another', () => {
    const outer = section('outer', { x: -900, y: -900, width: 1_800, height: 2_000 });
    const nested = { ...flow, sections: [around('inner', step('a', 0)), outer] };
    const tidy = arrange(nested, sizeOf, branchIdsOf);
    expect(idsIn(tidy, 'inner')).toEqual(['a']);
    expect(idsIn(tidy, 'outer')).toEqual(['a', 'b', 'c']);
    expect(closestSections(tidy).get('inner')).toBe('outer');
  });
});

describe('the name of a module', () => {
  it('is what was typed without blanks around it, and goes when nothing is left', () => {
    const named = renameModule(flow, 'a', '  Welcome ');
    expect(named.modules[0]?.name).toBe('Welcome');
    expect(renameModule(named, 'a', ' ')).toEqual(flow);
    expect(renameModule(named, 'a', 'Welcome')).toBe(named);
  });
});
