import { describe, expect, it } from 'vitest';
import type { FormField, IdDeclaration, ModuleNode } from '.';
import { renewIds } from '.';

const list: FormField = {
  kind: 'list',
  key: 'options',
  path: 'options',
  required: true,
  min: 1,
  fields: [{ kind: 'text', key: 'label', path: 'options.label', required: true }],
};
const target: FormField = { kind: 'module', key: 'target', path: 'target', required: true };
const rules: FormField = {
  kind: 'list',
  key: 'rules',
  path: 'rules',
  required: true,
  min: 1,
  fields: [
    {
      kind: 'options',
      key: 'options',
      path: 'rules.options',
      required: false,
      variable: 'variable',
      text: 'value',
      severalWhen: { key: 'operator', values: [] },
    },
  ],
};
const declarations: Record<string, IdDeclaration> = {
  choice: {
    form: [list],
    offers: { variable: { key: 'variable' }, list: 'options', label: 'label' },
  },
  jump: { form: [target] },
  condition: { form: [rules] },
};

const node = (id: string, type: string, settings: ModuleNode['settings'] = {}): ModuleNode => ({
  id,
  type,
  settings,
  position: { x: 0, y: 0 },
});

function renew(modules: ModuleNode[], edges: { from: string; branch: string; to: string }[] = []) {
  let next = 0;
  return renewIds(
    { modules, edges },
    (type) => declarations[type],
    () => `new${next++}`,
  );
}

const optionsOf = (module: ModuleNode | undefined) =>
  (module?.settings.options ?? []) as { id: string; label: string }[];

describe('a copy', () => {
  const pills = node('pills', 'choice', {
    options: [
      { id: 'red', label: 'red' },
      { id: 'blue', label: 'pills' },
    ],
  });

  it('shares no id with the original, and its branches lead on as before', () => {
    const { modules, edges, ids } = renew(
      [pills, node('end', 'end')],
      [{ from: 'pills', branch: 'red', to: 'end' }],
    );
    const [choice, end] = modules;
    const [red, blue] = optionsOf(choice);
    expect(new Set([choice?.id, end?.id, red?.id, blue?.id]).size).toBe(4);
    for (const id of [choice?.id, end?.id, red?.id, blue?.id]) expect(id).toMatch(/^new/);
    expect(edges).toEqual([{ from: choice?.id, branch: red?.id, to: end?.id }]);
    expect(ids.get('pills')).toBe(choice?.id);
  });

  it('keeps texts that look like ids', () => {
    const [choice] = renew([pills]).modules;
    expect(optionsOf(choice).map(({ label }) => label)).toEqual(['red', 'pills']);
  });

  it('jumps to its own module, or to where the original jumps', () => {
    const { modules } = renew([
      node('a', 'jump', { target: 'b' }),
      node('b', 'jump', { target: 'elsewhere' }),
    ]);
    expect(modules.map(({ settings }) => settings.target)).toEqual([modules[1]?.id, 'elsewhere']);
  });

  it('of a part keeps the edges within it only, and fixed branches as they are', () => {
    const { edges, modules } = renew(
      [node('a', 'step'), node('b', 'step')],
      [
        { from: 'a', branch: 'next', to: 'b' },
        { from: 'b', branch: 'next', to: 'left behind' },
        { from: 'left behind', branch: 'next', to: 'a' },
      ],
    );
    expect(edges).toEqual([{ from: modules[0]?.id, branch: 'next', to: modules[1]?.id }]);
  });

  it('asks for its own options, and for those of others where they are not copied along', () => {
    const choice = (id: string) =>
      node(id, 'choice', { variable: 'colour', options: [{ id: 'red', label: 'Red' }] });
    const asks = (variable: string) =>
      node(variable, 'condition', { rules: [{ id: 'one', variable, options: ['red', 'gone'] }] });
    const { modules } = renew([choice('a'), asks('colour'), asks('size'), choice('b')]);
    const askedBy = (at: number) =>
      (modules[at]?.settings.rules as { options: string[] }[] | undefined)?.[0]?.options;
    const renewed = [optionsOf(modules[0])[0]?.id, optionsOf(modules[3])[0]?.id];
    expect(renewed[0]).not.toBe(renewed[1]);
    expect(askedBy(1)).toEqual([...renewed, 'gone']);
    expect(askedBy(2)).toEqual(['red', 'gone']);
    expect(askedBy(0)).toBeUndefined();
  });

  it('leaves settings that do not fit the form as they are', () => {
    const odd = [null, 7, { label: 'no id' }, { id: 5 }, ['id']];
    expect(renew([node('a', 'choice', { options: odd })]).modules[0]?.settings.options).toEqual(
      odd,
    );
    expect(renew([node('a', 'choice', { options: 'x' })]).modules[0]?.settings).toEqual({
      options: 'x',
    });
    expect(renew([node('a', 'unknown', { any: [{ id: 'x' }] })]).modules[0]?.settings).toEqual({
      any: [{ id: 'x' }],
    });
  });

  it('gives sections ids of their own', () => {
    const section = {
      id: 's',
      name: 'S',
      colour: 'teal',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
    } as const;
    const modules = [node('a', 'choice', {})];
    const renewed = renewIds(
      { modules, edges: [], sections: [section] },
      () => undefined,
      () => 'new',
    );
    expect(renewed.sections).toEqual([{ ...section, id: 'new' }]);
    expect(
      renewIds(
        { modules, edges: [] },
        () => undefined,
        () => 'new',
      ).sections,
    ).toBeUndefined();
  });
});
