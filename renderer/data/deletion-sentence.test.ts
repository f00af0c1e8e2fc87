import { afterEach, describe, expect, it } from 'vitest';
import { i18n } from '../app/i18n';
import { deletionSentence } from './deletion-sentence';

afterEach(() => i18n.changeLanguage('en'));

describe('the sentence about a deletion', () => {
  it('says nothing of a legal hold where none has kept a row', async () => {
    expect(deletionSentence({ deleted: 3, held: 0 })).toBe('3 entries were deleted.');
    await i18n.changeLanguage('de');
    expect(deletionSentence({ deleted: 3, held: 0 })).not.toMatch(/Sperre|Aufbewahrung/);
  });

  it('says how many rows a legal hold has kept', () => {
    expect(deletionSentence({ deleted: 0, held: 2 })).toBe(
      '0 entries were deleted. 2 entries stay: a legal hold keeps them.',
    );
  });
});
