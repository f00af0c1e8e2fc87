import { expect, it } from 'vitest';
import type { ModuleDescriptor } from '../../preload/contract';
import { defaultDays } from './default-days';

function storing(...stores: ModuleDescriptor['stores']): ModuleDescriptor {
  const texts = { name: '', description: '', fields: {}, branches: {} };
  return {
    type: 'any',
    group: 'say',
    icon: 'box',
    form: [],
    branches: { fixed: [] },
    stores,
    texts: { en: texts, de: texts },
    initial: { en: {}, de: {} },
  };
}

it('spans the shortest and the longest time that a table is kept, and knows when it never is', () => {
  const modules = [
    storing({ table: 'variables', days: 60 }, { table: 'runtime_log', days: 7 }),
    storing({ table: 'variables', days: 30 }),
  ];
  expect(defaultDays(modules, 'variables')).toEqual({ min: 30, max: 60 });
  expect(defaultDays(modules, 'runtime_log')).toEqual({ min: 7, max: 7 });
  expect(defaultDays(modules, 'winners')).toBeNull();
});
