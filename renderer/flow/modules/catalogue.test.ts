import { describe, expect, it } from 'vitest';
import { catalogue } from '../graph/test-modules';
import { labelledBranches, moduleOptions, titleOf } from './catalogue';

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

describe('what a module is called', () => {
  it('is its name, or else its kind', () => {
    expect(titleOf(catalogue, { ...module('a', 'step'), name: 'Welcome' }, 'en')).toBe('Welcome');
    expect(titleOf(catalogue, module('a', 'step'), 'en')).toBe('Module');
  });

  it('has branches without the marks of their texts', () => {
    const options = [{ id: 'red', label: `**Red** for $\{first_name}` }];
    const choice = { ...module('a', 'choice'), settings: { options } };
    expect(labelledBranches(catalogue, choice, 'en').map(({ label }) => label)).toEqual([
      'Red for ‹first_name›',
    ]);
  });
});
