import { describe, expect, it } from 'vitest';
import type { FieldKind } from './field';
import { layersFor, type Wish } from './layouts';

const ALPHABETS: Record<string, string> = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  de: 'abcdefghijklmnopqrstuvwxyzäöüßÄÖÜ',
  fr: 'abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûüœæ',
  es: 'abcdefghijklmnopqrstuvwxyzñáéíóúü',
  it: 'abcdefghijklmnopqrstuvwxyzàèéìòù',
  nl: 'abcdefghijklmnopqrstuvwxyzëïéü',
  pl: 'abcdefghijklmnopqrstuvwxyząćęłńóśźż',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyzİ',
  pt: 'abcdefghijklmnopqrstuvwxyzãõçáéíóúâêô',
  cs: 'abcdefghijklmnopqrstuvwxyzěščřžýáíéúů',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  he: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'pt-BR': 'ãõç',
  fi: 'abcdefghijklmnopqrstuvwxyzäö',
};
const PLAIN = { isLatin: false, hasNeighbours: false };
const keysOf = (wish: Wish): string[] =>
  Object.values(layersFor(wish)).flatMap((rows) => rows.flatMap((row) => row.split(' ')));
const missing = (wanted: string, wish: Wish) => {
  const keys = keysOf(wish);
  return [...wanted].filter((letter) => !keys.includes(letter));
};

describe('the keyboard', () => {
  it.each(Object.entries(ALPHABETS))('has every letter and digit of %s', (language, alphabet) => {
    const wish: Wish = { ...PLAIN, kind: 'text', language };
    expect(missing(`${alphabet}0123456789`, wish)).toEqual([]);
  });

  it.each(Object.keys(ALPHABETS))('writes an address in %s, with Latin letters', (language) => {
    for (const kind of ['email', 'url', 'passphrase', 'capitals'] as const) {
      const wanted = kind === 'capitals' ? 'ABCXYZ0123456789' : 'abcxyz0123456789.-_';
      expect(
        missing(kind === 'email' ? `${wanted}@` : wanted, { ...PLAIN, kind, language }),
      ).toEqual([]);
    }
    expect(keysOf({ ...PLAIN, kind: 'email', language })).toContain('.com');
  });

  it('types every sign of ASCII into a passphrase', () => {
    const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join(
      '',
    );
    expect(missing(signs, { ...PLAIN, kind: 'passphrase', language: 'en' })).toEqual([]);
  });

  it('writes names from all of Europe in every language, also in capitals', () => {
    const names = 'àáâãäåąæçćčďèéêëęěğìíîïıłñńňòóôõöőøœřßśšşťùúûüůűýźżž';
    for (const language of Object.keys(ALPHABETS)) {
      expect(missing(`${names}ŁŹŞÉÖ`, { ...PLAIN, kind: 'text', language })).toEqual([]);
    }
  });

  it.each(['ar', 'he', 'ru', 'el'])('can be switched to Latin letters in %s', (language) => {
    const wish: Wish = { ...PLAIN, kind: 'text', language };
    expect(keysOf(wish)).toContain('{script}');
    expect(missing('abcxyz', { ...wish, isLatin: true })).toEqual([]);
    expect(keysOf({ ...wish, language: 'de' })).not.toContain('{script}');
  });

  it.each(['number', 'tel', 'date', 'time'] as const)('has only what a %s needs', (kind) => {
    const keys = keysOf({ ...PLAIN, kind, language: 'de' });
    expect(missing('0123456789', { ...PLAIN, kind, language: 'de' })).toEqual([]);
    expect(keys.filter((key) => /^\p{L}/u.test(key))).toEqual([]);
  });

  it.each([
    'text',
    'email',
    'url',
    'capitals',
    'passphrase',
    'number',
    'tel',
    'time',
    'date',
    'choice',
  ] satisfies FieldKind[])('goes through the fields of a form from %s, and away', (kind) => {
    for (const language of Object.keys(ALPHABETS)) {
      const alone = keysOf({ ...PLAIN, kind, language });
      const among = keysOf({ ...PLAIN, kind, language, hasNeighbours: true });
      expect(alone).toContain('{close}');
      expect(alone).not.toContain('{next}');
      expect(among).toEqual(expect.arrayContaining(['{close}', '{previous}', '{next}']));
      if (kind !== 'choice') expect(among).toEqual(expect.arrayContaining(['{enter}', '{bksp}']));
    }
  });

  it('has rows of no more keys than fit beside each other on a small screen, each 48 wide', () => {
    for (const language of Object.keys(ALPHABETS)) {
      for (const kind of ['text', 'email', 'passphrase', 'url'] as const) {
        const layers = layersFor({ ...PLAIN, kind, language, hasNeighbours: true });
        for (const row of Object.values(layers).flat()) {
          const weights = row.split(' ').map(weight);
          const total = weights.reduce((sum, each) => sum + each, 0);
          const width = ((960 - 20 - 6 * (weights.length - 1)) / total) * Math.min(...weights);
          expect(width, `${language} ${kind}: ${row}`).toBeGreaterThanOrEqual(48);
        }
      }
    }
  });
});

/** As the style sheet has it. */
function weight(key: string): number {
  if (key === '{space}') return 3;
  return /^(\{(enter|bksp|shift)\}|https.*|\.\w+.*)$/.test(key) ? 1.4 : 1;
}
