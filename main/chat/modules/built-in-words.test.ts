import { describe, expect, it } from 'vitest';
import { BUILT_IN_LANGUAGES, SampleId } from '../../../preload/contract';
import { formFields } from '../../../tests/support/form-fields';
import { chain, says } from '../../../tests/support/graphs';
import { sampleOf } from '../experiences/samples';
import { modules } from '.';
import { builtInTranslation, sentencesOf, textsIn, writtenIn } from './built-in-words';
import { COMMON_WORDS } from './common-words';
import type { ModuleDefinition } from './define-module';
import { formOfModule } from './forms';

const OTHERS = BUILT_IN_LANGUAGES.filter((each) => each !== 'en' && each !== 'de');

/** Settings that somebody reads, and not names of variables, ids or choices. */
function spokenPaths(definition: ModuleDefinition): Set<string> {
  const fields = formFields(formOfModule(definition));
  return new Set(
    fields.filter(({ kind }) => kind === 'text' || kind === 'longText').map(({ path }) => path),
  );
}

/** What a sentence holds that no translation may lose: variables, gaps, marks and breaks. */
const partsOf = (text: string): string[] =>
  (text.match(/\$\{[^}]*\}|\{[a-z]+\}|[*_`#[\]\n]|www(\.[a-z]+)+/g) ?? []).toSorted();

/** Words that two languages really share. */
const SHARED = new Set([
  ...['No', 'Ja', 'Nee', 'Visita', 'Premio', 'Starten', 'Non binario', 'Enviar', 'Start', 'Code'],
  ...['Land', 'Continue', 'Copia', 'points', 'Regel 1', 'Postcode', 'Non', 'Ja, {address}'],
]);

describe.each(modules.map((definition) => [definition.type, definition] as const))(
  'the words of %s',
  (_, definition) => {
    const spoken = spokenPaths(definition);
    const initial = textsIn(definition.texts.en.initial)
      .map(([path]) => path.replaceAll(/\.\d+(?=\.|$)/g, ''))
      .filter((path) => spoken.has(path));
    const sentences = sentencesOf(definition).filter(({ field }) => spoken.has(field));

    it('are there in all languages for everything that it begins with', () => {
      expect(sentences.map(({ field }) => field).toSorted()).toEqual(initial.toSorted());
      for (const sentence of sentences) {
        for (const language of BUILT_IN_LANGUAGES) {
          expect(sentence.in[language].trim(), `${sentence.field} in ${language}`).not.toBe('');
        }
      }
    });

    it('are of settings that it has', () => {
      const paths = new Set(textsIn(definition.texts.en.initial).map(([path]) => path));
      for (const path of Object.keys(definition.words ?? {})) expect(paths).toContain(path);
    });

    it('keep variables, gaps and marks', () => {
      for (const sentence of sentences) {
        for (const language of OTHERS) {
          expect(partsOf(sentence.in[language]), sentence.in[language]).toEqual(
            partsOf(sentence.in.en),
          );
        }
      }
    });

    it('are no copy of another language', () => {
      for (const { in: row, field } of sentences) {
        if (row.en === row.de) continue;
        for (const language of OTHERS) {
          const same = BUILT_IN_LANGUAGES.filter(
            (other) => other !== language && row[other] === row[language],
          );
          if (!SHARED.has(row[language])) expect(same, `${field}: ${row[language]}`).toEqual([]);
        }
      }
    });

    it('are written as each language writes', () => {
      for (const { in: row } of sentences) {
        expect(row.fr).not.toMatch(/(?<!\u202f)[?!;»]|(?<![\d\u202f]):|'/);
        expect(row.it).not.toMatch(/'|\s[?!:;]/);
        expect(row.tr).not.toMatch(/'|\s[?!:;]/);
        expect(/[?]/.test(row.es)).toBe(/¿/.test(row.es));
        expect(/!/.test(row.es)).toBe(/¡/.test(row.es));
      }
    });
  },
);

describe('a built-in sentence', () => {
  it('is found in whichever language it is, and said in any', () => {
    expect(
      builtInTranslation({ type: 'name', field: 'question', text: 'Wie heißen Sie?' }, 'fr'),
    ).toBe('Quel est votre nom\u202f?');
    expect(
      builtInTranslation(
        { type: 'name', field: 'question', text: 'Quel est votre nom\u202f?' },
        'de',
      ),
    ).toBe('Wie heißen Sie?');
    for (const definition of modules) {
      for (const { field, in: row } of sentencesOf(definition)) {
        for (const from of BUILT_IN_LANGUAGES) {
          expect(
            builtInTranslation({ type: definition.type, field, text: row[from] }, 'en'),
          ).toBeTypeOf('string');
        }
      }
    }
  });

  it.each([
    ['fr-CA', 'Quel est votre nom\u202f?'],
    ['DE', 'Wie heißen Sie?'],
    ['ja', undefined],
  ])('is said in %s as its language without the region has it', (language, said) => {
    const text = { type: 'name', field: 'question', text: 'What is your name?' };
    expect(builtInTranslation(text, language)).toBe(said);
    expect(builtInTranslation({ ...text, type: null }, language)).toBeUndefined();
  });

  it('of a list is found with the id of its item or without', () => {
    for (const path of ['options.label', 'options.7f3.label', 'options.0.label'])
      expect(builtInTranslation({ type: 'salutation', field: path, text: 'Frau' }, 'nl')).toBe(
        'Mevrouw',
      );
  });

  it('is none where an author has written something else, or elsewhere', () => {
    expect(
      builtInTranslation({ type: 'name', field: 'question', text: 'Your name?' }, 'fr'),
    ).toBeUndefined();
    expect(
      builtInTranslation({ type: 'name', field: 'invalid', text: 'What is your name?' }, 'fr'),
    ).toBeUndefined();
    expect(
      builtInTranslation({ type: 'nothing', field: 'question', text: 'What is your name?' }, 'fr'),
    ).toBeUndefined();
  });

  it('may be a short word of a label anywhere', () => {
    expect(builtInTranslation({ type: 'jump', field: 'label', text: 'Weiter' }, 'es')).toBe(
      'Continuar',
    );
    for (const row of COMMON_WORDS) {
      expect(Object.keys(row).toSorted()).toEqual([...BUILT_IN_LANGUAGES].toSorted());
    }
  });
});

describe('the language that an experience is in', () => {
  const withQuestions = SampleId.options.filter((id) => id !== 'hello-world');
  it.each(withQuestions)('is told by its sentences: %s', (id) => {
    expect(writtenIn(sampleOf(id, 'en').graph)).toBe('en');
    expect(writtenIn(sampleOf(id, 'de').graph)).toBe('de');
  });

  it('is not guessed from what an author has written', () => {
    expect(writtenIn(chain(says('hello', 'Hello, who are you?')))).toBeUndefined();
  });
});
