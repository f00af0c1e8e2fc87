import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modules } from '../../main/chat/modules';
import { Language } from '../../preload/contract';

const PAGE = 'docs/glossary.md';
const LANGUAGES = Language.options;

interface Term {
  /** What is written for it: the first is the word, the others are its further forms. */
  say: Record<Language, string[]>;
  /** What is not. */
  not: Record<Language, string[]>;
}

interface Exemption {
  texts: string;
  words: string[];
  why: string;
}

interface Glossary {
  terms: Term[];
  exempt: Exemption[];
}

/** A text of the application: its key `namespace:path.to.it`, or that of a module's text. */
type Text = readonly [key: string, text: string];

const inTicks = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const forms = (cell = ''): string[] => cell.split(';').map((form) => form.trim());

function readGlossary(): Glossary {
  const page = readFileSync(PAGE, 'utf8');
  const rowsBelow = (heading: string): string[][] => {
    const [, section = ''] = page.split(`\n## ${heading}\n`);
    const [own = ''] = section.split('\n## ');
    const table = own.split('\n').filter((line) => line.startsWith('| '));
    return table.slice(1).map((line) => line.slice(2, -2).split(' | '));
  };
  return {
    terms: [...rowsBelow('Words'), ...rowsBelow('Manners')].map(
      ([english, german, , notEnglish, notGerman]) => ({
        say: { en: forms(english), de: forms(german) },
        not: { en: inTicks(notEnglish), de: inTicks(notGerman) },
      }),
    ),
    exempt: rowsBelow('Exempt').map(([texts, words, why = '']) => ({
      texts: inTicks(texts)[0] ?? '',
      words: inTicks(words),
      why,
    })),
  };
}

const patterns = new Map<string, RegExp>();

/** As a whole word, in any case of letters; `*` is any number of further letters. */
function occurrence(word: string): RegExp {
  const source = word.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\p{L}-]*');
  const known = patterns.get(word);
  const pattern = known ?? new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
  if (!known) patterns.set(word, pattern);
  return pattern;
}

function isAbout({ texts }: Exemption, key: string): boolean {
  return texts.endsWith('*') ? key.startsWith(texts.slice(0, -1)) : texts === key;
}

/** The words of a text that the glossary does not allow, with what to say instead. */
function outside({ terms, exempt }: Glossary, language: Language, [key, text]: Text): string[] {
  const spoken = text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>|\$\{[^}]*\}/g, ' ');
  const allowed = exempt.filter((exemption) => isAbout(exemption, key)).flatMap((e) => e.words);
  return terms.flatMap(({ say, not }) => {
    // What is to be said may hold what is not: it is no fault there.
    const rest = say[language].reduce(
      (left, form) => left.replaceAll(occurrence(form), ' '),
      spoken,
    );
    return not[language]
      .filter((word) => !allowed.includes(word))
      .flatMap((word) => [...rest.matchAll(occurrence(word))])
      .map(
        ([found]) => `${language} ${key}: not “${found}” but “${say[language][0]}”, in: ${text}`,
      );
  });
}

/** What is set otherwise than the language does: quotation marks, ellipses, blanks. */
function misset(language: Language, [key, text]: Text): string[] {
  const rules: Record<Language, [RegExp, string][]> = {
    de: [
      // A cell of a workbook is quoted as it is there: ="000123".
      [/(?<![=\d])"/, 'straight quotation marks'],
      [/”|“[^“„]*“|^[^„]*“/, 'quotation marks that are not „…“'],
      [/[^\s[]…/, 'an ellipsis without a blank before it'],
    ],
    en: [[/„|“[^”]*“/, 'quotation marks that are not “…”']],
  };
  const both: [RegExp, string][] = [
    [/\.\.\./, 'three full stops for an ellipsis'],
    [/ {2}|\s$|^\s/, 'blanks too many'],
  ];
  return [...rules[language], ...both]
    .filter(([pattern]) => pattern.test(text))
    .map(([, what]) => `${language} ${key}: ${what}, in: ${text}`);
}

/** All sentences of the pages and of main in a language. */
function textsOf(language: Language): Text[] {
  const folder = `resources/locales/${language}`;
  const pages = readdirSync(folder).flatMap((name) =>
    leaves(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), `${name.replace('.json', '')}:`),
  );
  const ofModules = modules.flatMap(({ type, texts }) =>
    leaves(withoutBeginnings(texts[language]), `module ${type}:`),
  );
  return [...pages, ...ofModules];
}

/** What a module begins with is said to participants by whoever builds, who may say “we”. */
function withoutBeginnings({ initial: _, ...texts }: object & { initial?: unknown }): object {
  return texts;
}

function leaves(texts: unknown, key: string): Text[] {
  if (typeof texts === 'string') return [[key, texts]];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, value]) =>
    leaves(value, key.endsWith(':') ? `${key}${name}` : `${key}.${name}`),
  );
}

const glossary = readGlossary();

describe('the words of the application', () => {
  it.each(LANGUAGES)('are those of the glossary, in %s', (language) => {
    const found = textsOf(language).flatMap((text) => outside(glossary, language, text));
    expect(found, `${PAGE} has the words`).toEqual([]);
  });

  it.each(LANGUAGES)('are set as it is done in %s', (language) => {
    expect(textsOf(language).flatMap((text) => misset(language, text))).toEqual([]);
  });

  it('are read in full, with a word and a meaning for each term and a reason for each exemption', () => {
    expect(textsOf('de').length).toBeGreaterThan(1_500);
    expect(glossary.terms.length).toBeGreaterThan(40);
    for (const { say, not } of glossary.terms) {
      for (const language of LANGUAGES) {
        expect(say[language][0], JSON.stringify(say)).toMatch(/\p{L}/u);
        expect(not[language], say.en[0]).not.toEqual([]);
      }
    }
    expect(glossary.exempt.filter(({ why }) => why === '')).toEqual([]);
  });

  it('need each exemption', () => {
    const texts = LANGUAGES.flatMap((language) => textsOf(language));
    const idle = glossary.exempt.filter(
      (exemption) =>
        !texts.some(
          ([key, text]) =>
            isAbout(exemption, key) &&
            exemption.words.some((word) => text.search(occurrence(word)) >= 0),
        ),
    );
    expect(idle).toEqual([]);
  });
});

describe('the test of the words', () => {
  it.each([
    ['en', 'data:some.text', '3 rows were deleted.', 'not “rows” but “entry”'],
    ['en', 'data:some.text', 'Show this in the clear?', 'not “in the clear” but “to show values”'],
    ['en', 'module email:name', 'A node of the flow', 'not “node” but “module”'],
    ['de', 'data:some.text', '{{count}} Zeilen gelöscht', 'not “Zeilen” but “Eintrag”'],
    ['de', 'dashboard:funnel', 'Conversion-Funnel', 'not “Conversion-Funnel”'],
    ['de', 'flow:some.text', 'Was Teilnehmern im Preview erscheint', 'not “Teilnehmern”'],
    [
      'de',
      'flow:some.text',
      'Was Teilnehmern im Preview erscheint',
      'not “Preview” but “Vorschau”',
    ],
    ['de', 'errors:some.text', 'Fragen Sie die Administratorin.', 'not “Administratorin”'],
    ['de', 'app:some.text', 'Speichere dein Passwort', 'not “dein” but “Sie”'],
  ] as const)('finds in %s, %s: %s', (language, key, text, message) => {
    expect(outside(glossary, language, [key, text]).join('\n')).toContain(message);
  });

  it.each([
    ['en', 'codes:import.line', 'This row is left out'],
    ['en', 'export:choices', 'One row per participant'],
    ['de', 'data:some.text', 'Teilnehmerin oder Teilnehmer: {{rows}}'],
    ['de', 'dictionary:columns.email', 'Adresse der Teilnehmerin oder des Teilnehmers'],
    ['de', 'export:choices', 'Eine Zeile pro Person'],
    ['de', 'data:some.text', 'Die Kopfzeile des Blattes'],
  ] as const)('lets pass in %s, %s: %s', (language, key, text) => {
    expect(outside(glossary, language, [key, text])).toEqual([]);
  });

  it.each([
    ['de', 'Öffnen…'],
    ['de', 'Die Tabelle "Kunden"'],
    ['de', 'Die Tabelle “Kunden”'],
    ['de', 'Warten ...'],
    ['en', 'The table „Customers“'],
  ] as const)('finds what is misset in %s: %s', (language, text) => {
    expect(misset(language, ['app:x', text])).not.toEqual([]);
  });
});
