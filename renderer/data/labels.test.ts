import { expect, it } from 'vitest';
import { i18n } from '../app/i18n';
import { cellWord } from './labels';

const de = i18n.getFixedT('de', 'data');

it('says a stored word in the language of the page', () => {
  expect(cellWord('status', 'substitute', de)).toBe('rückt nach');
  expect(cellWord('action', 'withdrawn', de)).toBe('widerrufen');
  expect(cellWord('channel', 'preview', de)).toBe('Vorschau');
});

it('leaves what participants and staff wrote as it is', () => {
  expect(cellWord('answer', 'won', de)).toBe('won');
  expect(cellWord('status', 'toString', de)).toBe('toString');
  expect(cellWord('action', 'wi…', de)).toBe('wi…');
});
