import { describe, expect, it } from 'vitest';
import { catalogue } from '../graph/test-modules';
import { findInFlow } from './find-in-flow';

const module = (id: string, settings: Record<string, never> | object, name?: string) => ({
  id,
  type: 'step',
  settings: settings as Record<string, string>,
  position: { x: 0, y: 0 },
  ...(name !== undefined && { name }),
});
const modules = [
  module('a', { text: 'Your **prize** is waiting, $' + '{first_name}' }),
  module('b', { options: [{ id: 'prize', label: 'Blue' }] }, 'All prizes'),
  module('c', { picture: 'asset:prize' }),
];
const find = (search: string) => findInFlow(catalogue, modules, search, 'en');

describe('the search in a flow', () => {
  it('finds names, texts without their marks and variables, and no ids or files', () => {
    expect(find('PRIZE')).toEqual([
      { moduleId: 'a', title: 'Module', excerpt: 'Your prize is waiting, ‹first_name›' },
      { moduleId: 'b', title: 'All prizes', excerpt: '' },
    ]);
    expect(find('first_name').map(({ moduleId }) => moduleId)).toEqual(['a']);
    expect(find('blue').map(({ excerpt }) => excerpt)).toEqual(['Blue']);
  });

  it('finds nothing for nothing, and kinds of modules', () => {
    expect(find('  ')).toEqual([]);
    expect(find('module').map(({ moduleId }) => moduleId)).toEqual(['a', 'b', 'c']);
  });

  it('shows a long text around the place', () => {
    const long = [module('a', { text: `${'x '.repeat(99)}needle${' y'.repeat(99)}` })];
    const [found] = findInFlow(catalogue, long, 'needle', 'en');
    expect(found?.excerpt).toMatch(/^….{32}needle.{32}…$/);
  });
});
