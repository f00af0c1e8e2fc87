import { expect, it } from 'vitest';
import { filled, type LetterValues, lettersParagraphs, unknownWords } from './letters';

const VALUES: LetterValues = {
  name: 'Ann',
  prize: 'A $& bike',
  giveaway: 'Summer',
  replyBy: '24 December',
  contact: 'a@b.c',
};

it('a letter says its values in both languages, whatever is in them', () => {
  expect(filled('Dear {name}: {prize}', VALUES, 'en')).toBe('Dear Ann: A $& bike');
  expect(filled('Guten Tag {Name}, {preis}', VALUES, 'de')).toBe('Guten Tag Ann, A $& bike');
  expect(filled('{other} and {', VALUES, 'en')).toBe('{other} and {');
});

it('a paragraph without its day or contact is left out, a missing name leaves no blank', () => {
  const text = 'Dear {name},\n\nReply by {reply by}\nplease.\n\nAsk {contact}';
  expect(lettersParagraphs(text, VALUES, 'en')).toHaveLength(3);
  expect(lettersParagraphs(text, { ...VALUES, name: '', replyBy: '' }, 'en')).toEqual([
    'Dear,',
    'Ask a@b.c',
  ]);
});

it('words in braces that mean nothing are found', () => {
  expect(unknownWords('{name} {Name } {date} {date}', 'en')).toEqual(['date']);
  expect(unknownWords('{prize}', 'de')).toEqual(['prize']);
});
