import { expect, it } from 'vitest';
import type { ModuleDescriptor } from '../../../preload/contract';
import { readableChange } from './readable-setting';

const descriptor = {
  form: [{ key: 'text', path: 'text', required: false, kind: 'longText', isRich: true }],
  texts: { en: { fields: {} } },
} as unknown as ModuleDescriptor;
const words = { yes: 'on', no: 'off', options: new Map(), language: 'en' } as const;

it('shows the words of a text, without its marks and the signs of references', () => {
  const change = (before: string, after: string) =>
    readableChange(descriptor, { key: 'text', before, after }, words);
  expect(change('Hi **\u0024{name}**', '# Bye')).toEqual({ was: 'Hi ‹name›', is: 'Bye' });
  expect(change('Hi', '**Hi**')).toEqual({ was: 'Hi', is: 'Hi' });
  const plain = { key: 'label', before: 'For \u0024{ name }', after: '' };
  expect(readableChange(descriptor, plain, words)).toEqual({ was: 'For ‹name›', is: '' });
});
