import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { typed } from '../../../../tests/support/chat';
import { ask, skipped } from '../../../../tests/support/questions';
import { bandOf } from './bands';

const score = (value: number): Answer => ({ kind: 'scale', value });
const scored = (value: number) => ({ memory: { score: String(value) } });

it.each([
  [0, 'detractor'],
  [6, 'detractor'],
  [7, 'passive'],
  [8, 'passive'],
  [9, 'promoter'],
  [10, 'promoter'],
])('%i of 10 is a %s', (value, band) => expect(bandOf(value, 'nps', 4)).toBe(band));

describe('rating', () => {
  it('keeps the score, and asks why in words for that score', () => {
    const rating = ask('rating', { followLow: 'Why so low?', followHigh: 'What was good?' });
    expect(rating.answer(score(3))).toMatchObject({
      set: { rating: '3' },
      store: [{ store: 'answers', row: { question_id: 'rating', answer: '3', score: 3 } }],
      say: ['Why so low?'],
      ask: { kind: 'text', skip: 'No comment' },
    });
    expect(rating.answer(score(10))).toMatchObject({ say: ['What was good?'] });
    expect(rating.answer(typed(' Too loud. '), scored(3))).toMatchObject({
      set: { rating_comment: 'Too loud.' },
      store: [
        { row: { question_id: 'comment', question: 'Why so low?', answer: 'Too loud.', score: 3 } },
      ],
      go: ['detractor', 'next'],
    });
    expect(rating.answer(skipped, scored(3))).toEqual({ go: ['detractor', 'next'] });
  });

  it('leaves by the branch of the score at once when there is nothing more to ask', () => {
    const none = { followLow: '', followMiddle: '', followHigh: '' };
    expect(ask('rating', none).answer(score(8))).toMatchObject({ go: ['passive', 'next'] });
    const stars = ask('rating', { ...none, scale: 'stars' });
    expect(stars.answer(score(4))).toMatchObject({ go: ['high', 'next'] });
    expect(stars.answer(score(3))).toMatchObject({ go: ['low', 'next'] });
    const strict = ask('rating', { ...none, scale: 'stars', highFrom: 5 });
    expect(strict.answer(score(4))).toMatchObject({ go: ['low', 'next'] });
  });

  it.each([-1, 11, 1.5, Number.MAX_SAFE_INTEGER])('refuses a score of %d', (value) => {
    expect(ask('rating').answer(score(value))).toMatchObject({ say: ['Please choose a score.'] });
  });

  it('has five stars, from one', () => {
    const stars = ask('rating', { scale: 'stars' });
    expect(stars.enter()).toMatchObject({ ask: { look: 'stars', min: 1, max: 5 } });
    expect(stars.answer(score(0))).toHaveProperty('ask.kind', 'scale');
  });

  it('goes by a known score where it is not asked again', () => {
    const rating = ask('rating', { whenKnown: 'keep' });
    expect(rating.enter({ variables: { rating: '9' } })).toEqual({ go: ['promoter', 'next'] });
    expect(rating.enter({ variables: { rating: '99' } })).toHaveProperty('ask');
  });
});
