import { expect, it } from 'vitest';
import { isWholeAddress, maskedFilter } from './masked-search';

const hidden = (): boolean => false;

it.each([
  'ann@example.com',
  ' Ann Lee <ann@example.com>;',
  'mailto:ann@example.com',
  'anna@müller.example',
  'anna@xn--mller-kva.example',
  'ivan@пример.рф',
])('%j is an address as a whole, by which rows can be found', (search) => {
  expect(maskedFilter(['customers'], { search }, hidden)).toEqual({ address: search });
});

it.each(['ann', 'ann@', '@example.com', '<ann', '"ann@"', 'mailto:ann@', 'a b@example.com'])(
  '%j is a part of one, which would tell who guesses on',
  (search) => {
    expect(isWholeAddress(search)).toBe(false);
    expect(() => maskedFilter(['customers'], { search }, hidden)).toThrow('data.masked_search');
  },
);
