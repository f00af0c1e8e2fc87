import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, textsOfExperience } from '../../../preload/contract';
import { graph, offers, ref, says } from '../../../tests/support/graphs';
import { formOfType } from '../modules/forms';
import { compare } from './compare';
import { csvOf, readCsv } from './csv';
import { decoded } from './decoded';
import { type TextsToTranslate, writable } from './translation-file';
import { readXliff, xliffOf } from './xliff';

const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  fc.constantFrom('&amp; <b>', '=1+1', "'x", '"a","b"', 'a\nb', ' x ', 'ש "ל" & <', ']]>', '-- –'),
);

const id = 'exp-1';

function fileOf(texts: readonly { text: string; translation: string }[]): TextsToTranslate {
  return {
    experienceId: id,
    experienceName: 'A & "B"',
    from: 'en',
    to: 'fr',
    texts: texts.map(({ text, translation }, at) => ({
      place: `m${at}/options.o1.label`,
      moduleId: `m${at}`,
      type: 'choice',
      field: 'options.label',
      text,
      maxLength: 200,
      isLong: false,
      where: 'Choice: Label',
      translation: translation === '' ? undefined : { text: translation, of: text },
    })),
  };
}

describe.each([
  ['XLIFF', xliffOf, readXliff],
  ['CSV', csvOf, readCsv],
] as const)('a file of translations as %s', (_, write, read) => {
  it('gives back what went in, but for what no file can hold', () => {
    const some = fc.array(
      fc.record({ text: anyText, translation: fc.oneof(fc.constant(''), anyText) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (texts) => {
        const solid = texts.filter(({ text }) => writable(text).trim() !== '');
        fc.pre(solid.length > 0);
        const { entries, language } = read(write(fileOf(solid)));
        expect(language).toBe('fr');
        expect(entries).toEqual(
          solid.map(({ text, translation }, at) => ({
            place: `m${at}/options.o1.label`,
            source: writable(text),
            // A translation without a word is none.
            target:
              writable(translation).trim() === '' ? entries[at]?.target : writable(translation),
          })),
        );
      }),
    );
  });
});

const draft: Graph = {
  ...graph([says('m', `Hello ${ref('name')}`), offers('c', 'red')]),
  settings: { allowsBack: true, languages: { main: 'en', others: ['fr'] } },
  translations: { fr: { 'c/question': { text: 'Lequel ?', of: 'Which one?' } } },
};
const texts = textsOfExperience(draft, formOfType);
const read = (entries: [string, string, string][], experienceId: string | null = id) =>
  compare(
    { id, graph: draft, texts },
    {
      experienceId,
      language: 'FR',
      entries: entries.map(([place, source, target]) => ({ place, source, target })),
    },
  );

describe('a file beside its draft', () => {
  it('adds, changes and leaves, and tells what is missing', () => {
    const hello = `Bonjour ${ref('name')}`;
    expect(
      read([
        ['m/text', `Hello ${ref('name')}`, hello],
        ['c/question', 'Which one?', 'Laquelle ?'],
        ['c/options.red.label', 'The red', ' '],
      ]),
    ).toEqual({
      language: 'fr',
      texts: {
        'm/text': { text: hello, of: `Hello ${ref('name')}` },
        'c/question': { text: 'Laquelle ?', of: 'Which one?' },
      },
      added: 1,
      changed: 1,
      same: 0,
      outdated: 0,
      missing: 1,
      refused: [],
      refusedInAll: 0,
    });
    expect(read([['c/question', 'Which one?', 'Lequel ?']])).toMatchObject({ same: 1, texts: {} });
  });

  it('takes a translation of an older text, as outdated', () => {
    expect(read([['c/question', 'Which of them?', 'Lequel ?']])).toMatchObject({
      outdated: 1,
      texts: { 'c/question': { text: 'Lequel ?', of: 'Which of them?' } },
    });
  });

  it('refuses what it does not know, has twice, is too long, or lost a variable or a link', () => {
    const { refused, texts: taken } = read([
      ['c/question', 'Which one?', 'Un'],
      ['c/question', 'Which one?', 'Deux'],
      ['nowhere/text', 'x', 'y'],
      ['__proto__', 'x', 'y'],
      ['c/options.red.label', 'The red', 'x'.repeat(201)],
      ['m/text', `Hello ${ref('name')}`, `Bonjour ${ref('email')} [ici](https://evil.example)`],
    ]);
    expect(taken).toEqual({});
    expect(refused.map(({ place, because }) => [place, because])).toEqual([
      ['c/question', 'duplicate'],
      ['c/question', 'duplicate'],
      ['nowhere/text', 'unknown_place'],
      ['__proto__', 'unknown_place'],
      ['c/options.red.label', 'too_long'],
      ['m/text', 'astray'],
    ]);
  });

  it('is refused whole when it is of another experience or language', () => {
    expect(() => read([['c/question', 'x', 'y']], 'other')).toThrow(
      'translations.other_experience',
    );
    expect(() => read([['x/text', 'x', 'y']], null)).toThrow('translations.other_experience');
    const other = { experienceId: id, language: 'es', entries: [] };
    expect(() => compare({ id, graph: draft, texts }, other)).toThrow(
      'translations.unknown_language',
    );
  });
});

describe('a hostile file', () => {
  const unit = '<unit id="m:text"><segment><source>a</source><target>b</target></segment></unit>';
  const segment = '<segment><source>c</source><target>d</target></segment>';
  const xliff = (body: string, before = '') =>
    `${before}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">${body}</xliff>`;

  it('may declare nothing of its own', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(() => readXliff(xliff('<file id="e"/>', bomb))).toThrow('translations.forbidden');
  });

  it.each([
    '',
    'place,where',
    '<xliff',
    '<html/>',
    xliff(''),
    xliff('<file id="e">').replace('trgLang="fr"', ''),
    '<a>'.repeat(100_000),
    xliff(`<file id="e">${'<group id="g">'.repeat(50)}${unit}${'</group>'.repeat(50)}</file>`),
  ])('that is damaged is refused: %#', (text) => {
    expect(() => readXliff(text)).toThrow('translations.unreadable');
    expect(() => readCsv(text)).toThrow('translations.unreadable');
  });

  it('cannot say one thing twice without being noticed', () => {
    const { entries } = readXliff(xliff(`<file id="e">${unit}${unit}</file>`));
    expect(entries).toHaveLength(2);
  });

  it('is refused for a text of which it holds pieces, as the others would be lost', () => {
    const pieces = unit.replace('</segment>', `</segment><ignorable/>${segment}`);
    const { entries } = readXliff(xliff(`<file id="${id}">${pieces}</file>`));
    expect(
      compare({ id, graph: draft, texts }, { experienceId: id, language: 'fr', entries }),
    ).toMatchObject({ texts: {}, refused: [{ place: 'm/text', because: 'in_pieces' }] });
    const noted = unit.replace('a<', 'a<!-- <segment> <unit id="m:text"> --><');
    expect(readXliff(xliff(`<file id="e">${noted}</file>`)).entries).toHaveLength(1);
  });

  it('is read in a time that its length allows', () => {
    const open = `<!-- ${'<unit '.repeat(100_000)} -->`;
    expect(readXliff(xliff(`<file id="e">${open}${unit}</file>`)).entries).toHaveLength(1);
  });

  it.each([
    ['UTF-8', Buffer.from('\uFEFFé')],
    ['UTF-16', Buffer.from('\uFEFFé', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\uFEFFé', 'utf16le').swap16()],
  ])('is read in %s', (_, bytes) => {
    expect(decoded(bytes)).toBe('é');
  });

  it.each([
    Buffer.from('é', 'latin1'),
    Buffer.from([0xff, 0xfe, 0, 0xd8]),
    Buffer.from([0xff, 0xfe, 0x41]),
  ])('in any other encoding is refused: %#', (bytes) => {
    expect(() => decoded(bytes)).toThrow('translations.not_unicode');
  });

  it('keeps the words around what a tool has marked', () => {
    const marked = unit.replace('b</target>', 'b <pc id="1">c</pc><ph id="2" equiv="d"/></target>');
    expect(readXliff(xliff(`<file id="e">${marked}</file>`)).entries[0]?.target).toBe('b cd');
  });
});
