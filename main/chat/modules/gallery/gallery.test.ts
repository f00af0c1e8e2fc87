import { describe, expect, it } from 'vitest';
import { branchesOf } from '../../../../preload/contract';
import { picked, stepOf } from '../../../../tests/support/chat';
import { node, ref } from '../../../../tests/support/graphs';
import { moduleOf } from '..';
import { namesOf } from '../define-module';

const IMAGE = 'data:image/png;base64,AAAA';
const slides = [
  { id: 'red', title: 'Red', text: 'Like fire', image: IMAGE, button: 'Take it', branches: true },
  { id: 'blue', title: `Blue ${ref('shade')}`, button: 'Take it', branches: false },
  { id: 'grey', title: 'Grey', branches: true },
];
const gallery = (settings = {}) =>
  node('a', 'gallery', { text: 'Look:', slides, onward: 'Continue', ...settings });
const ask = {
  kind: 'choice',
  look: 'cards',
  options: [
    { id: 'red', label: 'Red', text: 'Like fire', image: IMAGE, button: 'Take it' },
    { id: 'blue', label: `Blue ${ref('shade')}`, button: 'Take it' },
    { id: 'grey', label: 'Grey', isPicture: true },
  ],
  skip: 'Continue',
};

describe('a gallery', () => {
  it('shows its slides as cards, those without a button only to be looked at', () => {
    expect(stepOf(gallery(), { kind: 'enter' })).toEqual({ say: ['Look:'], ask });
  });

  it('follows the branch of a slide that has one, and goes on for others', () => {
    expect(stepOf(gallery(), { kind: 'answer', answer: picked('red') })).toEqual({ go: 'red' });
    expect(stepOf(gallery(), { kind: 'answer', answer: picked('blue') })).toEqual({ go: 'next' });
    expect(stepOf(gallery(), { kind: 'answer', answer: { kind: 'skip' } })).toEqual({ go: 'next' });
  });

  it.each(['grey', 'gone', 'constructor'])('asks again for %s, which has no button', (option) => {
    expect(stepOf(gallery(), { kind: 'answer', answer: picked(option) })).toEqual({ ask });
  });

  it('keeps the title of what was chosen where the author gave a name', () => {
    const named = gallery({ variable: 'color' });
    const variables = { shade: 'sky' };
    expect(stepOf(named, { kind: 'answer', answer: picked('blue') }, { variables })).toEqual({
      set: { color: 'Blue sky', 'color.id': 'blue' },
      go: 'next',
    });
    expect(namesOf(moduleOf('gallery')?.maySet, { variable: 'color' })).toEqual(['color']);
    expect(namesOf(moduleOf('gallery')?.maySet, { variable: '' })).toEqual([]);
  });

  it('has branches for the slides that branch, beside the one on which it goes on', () => {
    const { branches } = moduleOf('gallery') ?? { branches: { fixed: [] } };
    const offered = branchesOf(branches, gallery().settings);
    expect(offered).toEqual([
      { id: 'red', label: 'Red', optional: false },
      { id: 'grey', label: 'Grey', optional: false },
      { id: 'next', optional: true },
    ]);
  });

  it('always leaves a way on', () => {
    expect(stepOf(gallery({ onward: '' }), { kind: 'enter' })).not.toHaveProperty('ask.skip');
    const silent = slides.map((slide) => ({ ...slide, button: '' }));
    expect(() => stepOf(gallery({ slides: silent, onward: '' }), { kind: 'enter' })).toThrow();
    expect(() => stepOf(gallery({ slides: [] }), { kind: 'enter' })).toThrow();
  });
});
