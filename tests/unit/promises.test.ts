import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PAGE = 'docs/promises.md';
const LOCALES = 'resources/locales/en';

/** Who uses one of these says something without exception, which is true or is not. */
const PROMISING =
  /\b(never|every|everything|everyone|everybody|only|nothing|all|cannot|until|always|no one|nobody|none|no longer|forever|for good)\b/i;

/** Sentences of all screens, by key: `namespace:path.to.it`. */
function sentences(): Map<string, string> {
  const files = readdirSync(LOCALES).map((name) => {
    const texts: unknown = JSON.parse(readFileSync(`${LOCALES}/${name}`, 'utf8'));
    return leaves(texts, `${name.replace('.json', '')}:`);
  });
  return new Map(files.flat());
}

function leaves(texts: unknown, key: string): [string, string][] {
  if (typeof texts !== 'object' || texts === null) return [[key, String(texts)]];
  return Object.entries(texts).flatMap(([name, value]) =>
    leaves(value, key.endsWith(':') ? `${key}${name}` : `${key}.${name}`),
  );
}

/** The rows of the table below a heading, without its head; code marks and escapes are taken off. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ (?<!\\)\| /)
        .map((cell) => cell.replaceAll('\\|', '|')),
    );
}

const bare = (cell = ''): string => cell.replaceAll('`', '');
const inOneLine = (text: string): string => text.split(/\s+/).join(' ');

const SCREENS = 'On screens and in documents that are saved';
const promises = tableBelow(SCREENS).map(([key, sentence = '', where = '', proofs = '']) => ({
  key: bare(key),
  sentence,
  where,
  proofs,
}));
const documented = tableBelow('In README and docs').map(([file, sentence = '', proofs = '']) => ({
  file: bare(file),
  sentence,
  proofs,
}));
const harmless = tableBelow('States nothing about data').map(([keys = '', why = '']) => ({
  keys: bare(keys),
  why,
}));

/** Of a plural, the sentence for many stands for the one for one. */
const listedAs = (key: string): string => key.replace(/_one$/, '_other');

function matches(pattern: string, key: string): boolean {
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(key);
}

/** What is wrong with the proofs of a sentence: a file that is gone, a test that has another name. */
function missing(proofs: string): string[] {
  const all = proofs.split('<br>').map((proof) => /^`([^`]+)`: (.+)$/.exec(proof));
  return all.flatMap((found) => {
    if (!found) return ['no proof of the form `file`: name of the test'];
    const [, file = '', name = ''] = found;
    if (!existsSync(file)) return [`there is no ${file}`];
    const tests = readFileSync(file, 'utf8').replaceAll("\\'", "'");
    return tests.includes(name) ? [] : [`${file} has no test “${name}”`];
  });
}

describe('the page of promises', () => {
  it('quotes each sentence as it is on the screen', () => {
    const texts = sentences();
    const stale = promises.flatMap(({ key, sentence }) => {
      const text = texts.get(key);
      if (text === undefined) return [`take out \`${key}\`: there is no such text`];
      return text === sentence ? [] : [`\`${key}\` now reads: ${text}`];
    });
    expect(stale, `change in ${PAGE}`).toEqual([]);
  });

  it('lists every sentence that has a word of promise, or says why it promises nothing', () => {
    const listed = new Set(promises.map(({ key }) => key));
    const unlisted = [...sentences()].flatMap(([key, text]) => {
      if (!PROMISING.test(text) || listed.has(listedAs(key))) return [];
      if (harmless.some(({ keys }) => matches(keys, listedAs(key)))) return [];
      return [`| \`${listedAs(key)}\` | ${text} | SCREEN | \`FILE\`: TEST |`];
    });
    expect(
      unlisted,
      `add to ${PAGE} with the test that proves it, reword it, or add its key to “States nothing about data”`,
    ).toEqual([]);
  });

  it('names for each sentence tests that exist', () => {
    const wrong = [
      ...promises.map(({ key, proofs }) => [key, missing(proofs)] as const),
      ...documented.map(({ sentence, proofs }) => [sentence, missing(proofs)] as const),
    ].flatMap(([what, problems]) => problems.map((problem) => `${what}: ${problem}`));
    expect(wrong, `correct in ${PAGE}`).toEqual([]);
  });

  it('quotes README and docs as they are', () => {
    const stale = documented.filter(
      ({ file, sentence }) => !inOneLine(readFileSync(file, 'utf8')).includes(inOneLine(sentence)),
    );
    expect(stale.map(({ file, sentence }) => `${file} no longer says: ${sentence}`)).toEqual([]);
  });

  it('is joined by threats that name places which exist', () => {
    const named = readFileSync('docs/threats.md', 'utf8').matchAll(/`([\w./-]+\/[\w./-]+)`/g);
    const places = [...named].map(([, place = '']) => place);
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });

  it('is complete: a screen for each sentence, a reason for each exception, and no idle one', () => {
    expect(promises.length).toBeGreaterThan(100);
    expect(promises.filter(({ where }) => where === '').map(({ key }) => key)).toEqual([]);
    const keys = [...sentences()].filter(([, text]) => PROMISING.test(text)).map(([key]) => key);
    const idle = harmless.filter(
      ({ keys: pattern, why }) =>
        why === '' || !keys.some((key) => matches(pattern, listedAs(key))),
    );
    expect(idle.map(({ keys: pattern }) => `take out \`${pattern}\` of ${PAGE}`)).toEqual([]);
  });
});
