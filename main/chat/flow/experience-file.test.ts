import { describe, expect, it } from 'vitest';
import { AppError, chatSettings, MAX_MODULES } from '../../../preload/contract';
import { chain, edge, graph, lessonGraph, says } from '../../../tests/support/graphs';
import { copyOfGraph } from '../experiences/copies';
import { moduleOf } from '../modules';
import {
  experienceFile,
  modulesAsText,
  modulesFromText,
  readExperienceFile,
} from './experience-file';

const knows = (type: string): boolean => moduleOf(type) !== undefined;
const read = (text: string) => readExperienceFile(text, knows);
const valid = JSON.parse(experienceFile({ name: 'Hello', graph: lessonGraph() }));

const SECTION = {
  id: 's',
  name: 'Start',
  colour: 'teal',
  x: 0,
  y: 0,
  width: 9,
  height: 9,
} as const;

/** The code, and what it is about, of the sentence that the user gets. */
function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof AppError) return [error.code, ...Object.values(error.params)].join(' ');
    throw error;
  }
  return 'accepted';
}
const refusalWith = (changes: object): string => refusal(JSON.stringify({ ...valid, ...changes }));

describe('the file of an experience', () => {
  it('is read as it was written', () => {
    const flow = { name: 'Hello 😀', graph: lessonGraph() };
    expect(read(experienceFile(flow))).toEqual({ ...flow, files: new Map() });
  });

  it('keeps sections and names of modules, which no earlier version had', () => {
    const named = {
      ...graph([{ ...says('a'), name: 'Welcome' }]),
      sections: [SECTION],
    };
    const text = experienceFile({ name: 'A', graph: named });
    expect(read(text).graph).toEqual(named);
    const older = JSON.stringify({ ...JSON.parse(text), version: 3 });
    expect(read(older).graph).toEqual(graph([says('a')]));
  });

  it('may hold a loop, which is for the problems list to judge', () => {
    const loop = chain(says('a'), says('b'));
    loop.edges.push(edge('b', 'next', 'a'));
    expect(read(experienceFile({ name: 'Loop', graph: loop })).graph).toEqual(loop);
  });

  it('loses what the format does not name', () => {
    const text = JSON.stringify({ ...valid, script: 'alert(1)', id: 'x', revision: 9 });
    expect(read(text)).toEqual({ name: 'Hello', graph: lessonGraph(), files: new Map() });
  });
});

describe('a hostile or damaged file is refused in a sentence of its own:', () => {
  it.each([
    ['nothing', '', 'import.not_json'],
    [
      'half a file',
      experienceFile({ name: 'A', graph: lessonGraph() }).slice(0, 500),
      'import.not_json',
    ],
    ['a number', '42', 'import.not_an_experience'],
    ['null', 'null', 'import.not_an_experience'],
    ['something else', '{"a":1}', 'import.not_an_experience'],
    [
      'copied modules',
      modulesAsText({ modules: [says('a')], edges: [] }),
      'import.not_an_experience',
    ],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it.each([0, 5, 99, -1, 1.5])('version %d', (version) => {
    expect(refusalWith({ version })).toBe(`import.unknown_version ${version}`);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s, at any depth', (key) => {
    const hostile = `"${key}":{"polluted":true}`;
    const text = JSON.stringify({ ...valid, name: 'NAME' });
    expect(refusal(text.replace('{', `{${hostile},`))).toBe(`import.forbidden_key ${key}`);
    const inside = text.replace('"settings":{', `"settings":{${hostile},`);
    expect(inside).not.toBe(text);
    expect(refusal(inside)).toBe(`import.forbidden_key ${key}`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('the same key in disguise', () => {
    const text = JSON.stringify(valid).replace('"settings":{', '"settings":{"\\u005f_proto__":{},');
    expect(refusal(text)).toBe('import.forbidden_key __proto__');
  });

  it.each([
    ['lists', '['.repeat(5_000_000)],
    ['objects', '{"a":'.repeat(1_000_000)],
    ['lists that are closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('deep nesting of %s', (_, text) => {
    expect(refusal(text)).toBe('import.too_deep 32');
  });

  it('but not brackets inside texts', () => {
    const draft = chain(says('a', `\\"${'[{'.repeat(100)}`));
    expect(read(experienceFile({ name: 'A', graph: draft })).graph).toEqual(draft);
  });

  it('two modules with one id', () => {
    const modules = [says('a'), says('a')];
    expect(refusalWith({ modules, edges: [] })).toBe('import.duplicate_id a');
  });

  it('two sections with one id', () => {
    expect(refusalWith({ sections: [SECTION, SECTION] })).toBe('import.duplicate_id s');
  });

  it('two edges from one branch', () => {
    const edges = [edge('link', 'next', 'email'), edge('link', 'next', 'giveaway')];
    expect(refusalWith({ edges })).toBe('import.duplicate_id link next');
  });

  it('modules that this version does not know', () => {
    const modules = [
      says('a'),
      { ...says('b'), type: 'rootkit' },
      { ...says('c'), type: 'toString' },
    ];
    expect(refusalWith({ modules, edges: [] })).toBe('import.unknown_modules rootkit, toString');
  });

  it('too many modules', () => {
    const modules = Array.from({ length: MAX_MODULES + 1 }, (_, index) => says(`m${index}`));
    expect(refusalWith({ modules, edges: [] })).toBe(`import.too_many_modules ${MAX_MODULES}`);
  });

  it.each([
    ['name', { name: 7 }, 'name'],
    ['empty name', { name: '  ' }, 'name'],
    ['long name', { name: 'x'.repeat(121) }, 'name'],
    ['modules', { modules: { length: 3 } }, 'modules'],
    ['a module', { modules: [null] }, 'modules.0'],
    ['an id', { modules: [{ ...says('a'), id: '../../etc/passwd' }] }, 'modules.0.id'],
    ['settings', { modules: [{ ...says('a'), settings: 'text' }] }, 'modules.0.settings'],
    [
      'a position',
      { modules: [{ ...says('a'), position: { x: '1', y: 2 } }] },
      'modules.0.position.x',
    ],
    [
      'a far position',
      { modules: [{ ...says('a'), position: { x: 1e300, y: 0 } }], edges: [] },
      'modules.0.position',
    ],
    ['edges', { edges: 'none' }, 'edges'],
    ['an edge', { edges: [{ from: 'a', to: 'b' }] }, 'edges.0.branch'],
    ['the start', { start: 5 }, 'start'],
    ['the name of a module', { modules: [{ ...says('a'), name: ' ' }] }, 'modules.0.name'],
    ['sections', { sections: {} }, 'sections'],
    ['no end of sections', { sections: Array(501).fill(SECTION) }, 'sections'],
    ['a colour', { sections: [{ ...SECTION, colour: 'url(x)' }] }, 'sections.0.colour'],
    ['a long name', { sections: [{ ...SECTION, name: 'x'.repeat(81) }] }, 'sections.0.name'],
    ['a size', { sections: [{ ...SECTION, width: -1 }] }, 'sections.0.width'],
    ['a far section', { sections: [{ ...SECTION, x: 1e300 }] }, 'sections.0'],
    ['an endless section', { sections: [{ ...SECTION, height: 1e300 }] }, 'sections.0'],
  ])('a lying type: %s', (_, changes, where) => {
    expect(refusalWith(changes)).toBe(`import.damaged ${where}`);
  });
});

describe('copied modules', () => {
  it('are read as they were copied', () => {
    const modules = [says('a'), { ...says('b'), name: 'Goodbye' }];
    const part = { modules, edges: [edge('a', 'next', 'b')], sections: [SECTION] };
    expect(modulesFromText(modulesAsText(part), knows)).toEqual(part);
  });

  it('are checked like a file', () => {
    const text = modulesAsText({ modules: [{ ...says('a'), type: 'unknown' }], edges: [] });
    expect(() => modulesFromText(text, knows)).toThrow('import.unknown_modules');
    expect(() => modulesFromText(experienceFile({ name: 'A', graph: graph([]) }), knows)).toThrow(
      'import.not_an_experience',
    );
  });
});

describe('the settings of the chat', () => {
  const knowsAll = () => true;
  const strict = { ...lessonGraph(), settings: { allowsBack: false } };
  const withSettings = (settings: unknown) =>
    JSON.stringify({ ...JSON.parse(experienceFile({ name: 'X', graph: strict })), settings });

  it('go along, and a file that says nothing of them has them as usual', () => {
    const kept = readExperienceFile(experienceFile({ name: 'X', graph: strict }), knowsAll);
    expect(kept.graph).toEqual(strict);
    const old = readExperienceFile(withSettings(undefined), knowsAll);
    expect(chatSettings(old.graph)).toEqual({ allowsBack: true });
    expect(readExperienceFile(withSettings({}), knowsAll).graph.settings).toEqual({
      allowsBack: true,
    });
  });

  it.each([null, 'no', { allowsBack: 'no' }, []])('are refused when they are %j', (settings) => {
    expect(() => readExperienceFile(withSettings(settings), knowsAll)).toThrow('import.damaged');
  });

  it('go along with a copy', () => {
    expect(copyOfGraph(strict).settings).toEqual({ allowsBack: false });
  });
});
