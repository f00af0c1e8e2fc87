import { describe, expect, it } from 'vitest';
import { catalogue } from '../graph/test-modules';
import { moduleOptions } from './catalogue';

const module = (id: string, type: string) => ({
  id,
  type,
  settings: {},
  position: { x: 0, y: 0 },
});

describe('modules to choose from', () => {
  it('are numbered where their titles are the same, and only there', () => {
    const modules = [module('a', 'step'), module('b', 'step'), module('c', 'unheard_of')];
    expect(moduleOptions(catalogue, modules, 'en')).toEqual([
      { value: 'a', label: 'Module (1)' },
      { value: 'b', label: 'Module (2)' },
      { value: 'c', label: 'unheard_of' },
    ]);
  });
});
