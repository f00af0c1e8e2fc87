import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_LANGUAGES, ErrorCode } from '../../preload/contract';
import { resources } from './i18n';
import { participantResources, withParticipantWords } from './participant-words';

const ALL = { ...resources, ...participantResources };

type Texts = Readonly<Record<string, string>>;

const FORM = /_(zero|one|two|few|many|other)$/;

function flat(value: object, path = ''): Texts {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string'
        ? [[path + key, inner]]
        : Object.entries(flat(inner, `${path}${key}.`)),
    ),
  );
}

const textsOf = (language: (typeof BUILT_IN_LANGUAGES)[number], space: 'chat' | 'participant') =>
  flat(ALL[language][space]);

const gaps = (text: string): string[] => (text.match(/\{\{[^}]*\}\}/g) ?? []).toSorted();

/** English keys as the language counts: `strokes_few` where it has a form for few. */
function expectedKeys(english: Texts, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = Object.keys(english).flatMap((key) =>
    FORM.test(key) ? forms.map((form) => key.replace(FORM, `_${form}`)) : [key],
  );
  return [...new Set(keys)].toSorted();
}

const cases = BUILT_IN_LANGUAGES.flatMap((language) =>
  (['chat', 'participant'] as const).map((space) => [language, space] as const),
);

describe.each(cases)('what participants read in %s (%s)', (language, space) => {
  const english = textsOf('en', space);
  const texts = textsOf(language, space);

  it('is complete, with all forms in which the language counts', () => {
    expect(Object.keys(texts).toSorted()).toEqual(expectedKeys(english, language));
    for (const [key, text] of Object.entries(texts)) expect(text.trim(), key).not.toBe('');
  });

  it('has the same gaps', () => {
    for (const [key, text] of Object.entries(texts)) {
      const original = english[key] ?? english[key.replace(FORM, '_other')] ?? '';
      // "In one second": the number may be a word.
      const isOne = key.endsWith('_one');
      const wanted = isOne ? gaps(original).filter((gap) => gap !== '{{count}}') : gaps(original);
      expect(isOne ? gaps(text).filter((gap) => gap !== '{{count}}') : gaps(text), key).toEqual(
        wanted,
      );
    }
  });
});

/** Words that are the same in both languages. */
const SHARED = /^(IBAN|Chat:|Conversation|Position|Date|Datum|Privacy|Starten|Enter)$/;

it('no language repeats the sentences of English or German', () => {
  for (const language of BUILT_IN_LANGUAGES.filter((each) => each !== 'en' && each !== 'de')) {
    for (const space of ['chat', 'participant'] as const) {
      for (const [key, text] of Object.entries(textsOf(language, space))) {
        if (SHARED.test(text)) continue;
        for (const other of ['en', 'de'] as const) {
          expect(text, `${language} ${key}`).not.toBe(textsOf(other, space)[key]);
        }
      }
    }
  }
});

it('errors that participants can meet are there in all languages', () => {
  const met = ErrorCode.options.filter((code) => /^(chat|kiosk)\./.test(code));
  const english = flat(ALL.en.errors);
  const known = met.filter((code) => code in english);
  expect(known.length).toBeGreaterThan(5);
  for (const language of BUILT_IN_LANGUAGES) {
    const texts = flat(ALL[language].errors);
    for (const code of known) expect(texts, `${language} ${code}`).toHaveProperty([code]);
  }
});

describe('a language of the chat', () => {
  const own = i18next.createInstance();
  void own.init({ resources: structuredClone(resources), fallbackLng: 'en', initAsync: false });
  const spoken = withParticipantWords(own);

  it.each([
    ['pl', 1, '1 kreska'],
    ['pl', 3, '3 kreski'],
    ['pl', 5, '5 kresek'],
    ['pl', 22, '22 kreski'],
    ['fr-CA', 0, '0 trait'],
    ['tr', 4, '4 çizgi'],
    ['ja', 2, '2 strokes'],
  ])('%s counts %i', (language, count, expected) => {
    const t = spoken.getFixedT(language, 'chat');
    expect(t('signature.strokes', { count })).toBe(expected);
  });

  it('is French with its spaces', () => {
    for (const space of ['chat', 'participant'] as const) {
      for (const text of Object.values(textsOf('fr', space))) {
        expect(text).not.toMatch(/(?<!\u202f)[?!;:»]|«(?!\u202f)|'/);
      }
    }
  });
});
