import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, ModuleNode } from '../../../../preload/contract';
import { BareChat, picked, typed } from '../../../../tests/support/chat';
import { chain } from '../../../../tests/support/graphs';
import { added, ask, skipped, unknown } from '../../../../tests/support/questions';
import { moduleOf } from '..';
import { storesWith } from '../define-module';

const entries = (...ids: string[]) => ids.map((id) => ({ id, label: `The ${id}` }));

const single = { id: 'q1', text: 'Which?', kind: 'single', options: entries('a', 'b') };
const multiple = {
  id: 'q2',
  text: 'Which ones?',
  kind: 'multiple',
  options: entries('a', 'b', 'c'),
};
const scale = { id: 'q3', text: 'How much?', kind: 'scale', highest: 4 };
const matrix = {
  id: 'q4',
  text: 'What of each?',
  kind: 'matrix',
  options: entries('good', 'bad'),
  rows: entries('taste', 'price'),
};
const words = { id: 'q5', text: 'Say more', kind: 'text' };
const all = [single, multiple, scale, matrix, words];

const play = (questions: object[], settings: ModuleNode['settings'] = {}) =>
  new BareChat(
    chain(added('questionnaire', { questions: questions as never, ...settings })),
  ).start();
const chosen = (...options: string[]): Answer => ({ kind: 'choices', options });
const valued = (value: number): Answer => ({ kind: 'scale', value });
const cells = (cells: Record<string, string>): Answer => ({ kind: 'matrix', cells });
const prompt = ({ state }: BareChat) => (state.kind === 'waiting' ? state.prompt : null);

describe('questionnaire', () => {
  it('asks one question after the other, shows how far it is, and keeps a row for each', () => {
    const chat = play(all);
    expect(chat.said).toEqual(['We have some questions for you.', 'Which?']);
    expect(prompt(chat)).toMatchObject({ kind: 'choice', progress: { step: 1, of: 5 } });
    chat.answer(picked('b')).answer(chosen('a', 'c')).answer(valued(4));
    expect(prompt(chat)).toMatchObject({ kind: 'matrix', progress: { step: 4, of: 5 } });
    chat.answer(cells({ taste: 'good', price: 'bad' })).answer(typed(' So it is. '));
    const rows = chat.turns.flatMap(({ effects }) => effects).filter((e) => e.store === 'answers');
    expect(rows.map(({ row }) => [row.question_id, row.question, row.answer, row.score])).toEqual([
      ['q1', 'Which?', 'The b', null],
      ['q2', 'Which ones?', 'The a; The c', null],
      ['q3', 'How much?', '4', 4],
      ['q4', 'What of each?', 'The taste: The good; The price: The bad', null],
      ['q5', 'Say more', 'So it is.', null],
    ]);
    expect(new Set(rows.map(({ uniqueKey }) => uniqueKey)).size).toBe(5);
    expect(chat.state).toMatchObject({
      kind: 'ended',
      variables: { answer_1: 'The b', answer_3: '4', answer_5: 'So it is.' },
    });
  });

  it.each([
    [single, picked('c')],
    [single, picked('constructor')],
    [multiple, chosen()],
    [multiple, chosen('a', 'd')],
    [{ ...multiple, maxChoices: 1 }, chosen('a', 'b')],
    [{ ...multiple, minChoices: 2 }, chosen('a', 'a')],
    [scale, valued(0)],
    [scale, valued(5)],
    [matrix, cells({ taste: 'good' })],
    [matrix, cells({ taste: 'good', price: 'constructor' })],
    [words, typed('   ')],
    [words, typed('x'.repeat(1_000_000))],
  ])('asks %j again', (question, answer) => {
    const chat = play([question]).answer(answer);
    expect(chat.said.at(-1)).toBe('This does not answer the question. Please check it.');
    expect(chat.state.kind).toBe('waiting');
    expect(chat.last.effects).toEqual([]);
  });

  it.each<[object, Answer, string]>([
    [{ kind: 'date' }, typed('24.12.2026'), '2026-12-24'],
    [{ kind: 'time' }, typed('9.30 Uhr'), '09:30'],
    [{ kind: 'time', latest: '12:00', clock: '12' }, typed('9:30'), '09:30'],
    [{ kind: 'web_address', http: 'upgrade' }, typed('http://example.com'), 'https://example.com/'],
    [{ kind: 'iban' }, typed('de89 3704 0044 0532 0130 00'), 'DE89370400440532013000'],
    [{ kind: 'salutation' }, picked('mx'), 'Mx'],
    [{ kind: 'salutation', usual: 'de' }, picked('ms'), 'Frau'],
    [{ kind: 'salutation', options: entries('a', 'b') }, picked('a'), 'The a'],
    [{ kind: 'signature' }, { kind: 'signature', by: 'initials', text: 'J. D.' }, 'J. D.'],
  ])('reads the answer to %j as the module of its own does', (settings, answer, value) => {
    const chat = play([{ id: 'q', text: 'And?', ...settings }]).answer(answer);
    expect(chat.state).toMatchObject({ kind: 'ended', variables: { answer_1: value } });
    const rows = chat.turns.flatMap(({ effects }) => effects).filter((e) => e.store === 'answers');
    expect(rows.map(({ row }) => row.answer)).toEqual([value]);
  });

  it.each<[object, Answer]>([
    [{ kind: 'date' }, typed('2026-02-30')],
    [{ kind: 'time', earliest: '10:00' }, typed('9')],
    [{ kind: 'web_address' }, typed('javascript:alert(1)')],
    [{ kind: 'iban' }, typed('DE88370400440532013000')],
    [{ kind: 'iban', accepts: 'listed', countries: ['AT'] }, typed('DE89370400440532013000')],
    [{ kind: 'salutation', options: entries('a', 'b') }, picked('mx')],
    [
      { kind: 'signature' },
      { kind: 'signature', by: 'drawing', png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
    ],
  ])('refuses to %j what the module of its own refuses', (settings, answer) => {
    const chat = play([{ id: 'q', text: 'And?', ...settings }]).answer(answer);
    expect(chat.said.at(-1)).toBe('This does not answer the question. Please check it.');
    expect(chat.last.effects).toEqual([]);
  });

  it('keeps a signature that is drawn as a file beside its answer', () => {
    const chat = play([{ id: 'q', text: 'Sign', kind: 'signature' }]).answer({
      kind: 'signature',
      by: 'drawing',
      png: Uint8Array.from(
        readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/pictures/gps.png')),
      ),
    });
    const kept = chat.turns.flatMap(({ effects }) => effects);
    expect(kept.map(({ store, row }) => [store, row.answer ?? row.value ?? row.mime_type])).toEqual(
      [
        ['variables', 'signed'],
        ['answers', 'signed'],
        ['files', 'image/png'],
      ],
    );
  });

  it('is said to keep files only when it asks for a signature', () => {
    const definition = moduleOf('questionnaire');
    if (!definition) throw new Error('There is no questionnaire.');
    const tables = (kind: string) =>
      storesWith(definition, { questions: [single, { kind }] }).map(([table]) => table);
    expect(tables('signature')).toEqual(['answers', 'variables', 'files']);
    expect(tables('text')).toEqual(['answers', 'variables']);
  });

  it('asks back what can mean two things', () => {
    const chat = play([{ id: 'q', text: 'When?', kind: 'time', clock: '12' }]).answer(
      typed('9:30'),
    );
    expect(prompt(chat)).toMatchObject({
      kind: 'choice',
      options: [{ label: '9:30 AM' }, { label: '9:30 PM' }, { id: 'change' }],
      progress: { step: 1, of: 1 },
    });
    expect(chat.answer(picked('constructor')).state).toMatchObject({
      prompt: { kind: 'text', initial: '9:30' },
    });
    chat.answer(typed('9:30'));
    expect(chat.said.at(-1)).toBe('Which do you mean?');
    chat.answer(picked('meaning-1'));
    expect(chat.state).toMatchObject({ kind: 'ended', variables: { answer_1: '21:30' } });
    expect(chat.last.effects).toMatchObject([{ store: 'variables' }, { store: 'answers' }]);
  });

  it('takes as many choices as there are when the author asks for more', () => {
    const chat = play([{ ...multiple, minChoices: 9, maxChoices: 9 }]).answer(
      chosen('a', 'b', 'c'),
    );
    expect(chat.state.kind).toBe('ended');
  });

  it('lets a question be skipped or not known only where that is set', () => {
    expect(prompt(play([single]))).not.toHaveProperty('skip');
    const free = { ...single, canSkip: true, mayNotKnow: true };
    expect(prompt(play([free]))).toMatchObject({ skip: 'Skip', dontKnow: 'I do not know' });
    expect(play([free, words]).answer(skipped).last.effects).toMatchObject([
      { store: 'variables', row: { name: 'answer_1', value: '' } },
    ]);
    expect(play([free]).answer(unknown).state).toMatchObject({
      variables: { answer_1: 'i_dont_know' },
    });
  });

  it('goes on where it was, what was skipped included', () => {
    const questions = [single, { ...multiple, canSkip: true }, scale] as never;
    const resumed = ask('questionnaire', { questions, whenKnown: 'keep' });
    expect(resumed.enter({ variables: { answer_1: 'The a', answer_2: '' } })).toMatchObject({
      say: ['We have some questions for you.', 'How much?'],
      ask: { progress: { step: 3, of: 3 } },
    });
    const variables = { answer_1: 'The a', answer_2: '', answer_3: '1' };
    expect(resumed.enter({ variables })).toEqual({ go: 'next' });
  });

  it('shows a known answer and offers to change it', () => {
    const offered = ask('questionnaire', { questions: [single] as never, whenKnown: 'offer' });
    const variables = { answer_1: 'The a' };
    expect(offered.enter({ variables })).toMatchObject({
      say: ['We have some questions for you.', 'Which?', 'I have noted:', '${answer_1}'],
      ask: { options: [{ id: 'keep' }, { id: 'change' }] },
    });
    const memory = { at: '0', isOffer: 'yes' };
    expect(offered.answer(picked('keep'), { variables, memory })).toEqual({ go: 'next' });
    expect(offered.answer(picked('change'), { variables, memory })).toMatchObject({
      ask: { options: [{ id: 'a' }, { id: 'b' }] },
    });
  });

  it('shows in words that nobody knew', () => {
    const settings = { questions: [{ ...single, mayNotKnow: true }] as never, whenKnown: 'offer' };
    const variables = { answer_1: 'i_dont_know' };
    expect(ask('questionnaire', settings).enter({ variables })).toMatchObject({
      say: [expect.anything(), 'Which?', 'I have noted:', 'I do not know'],
    });
  });

  it('names variables as the author likes', () => {
    const named = play([{ ...single, variable: 'pill' }], { variable: 'q' }).answer(picked('a'));
    expect(named.state).toMatchObject({ variables: { pill: 'The a' } });
  });

  it.each([
    { ...single, options: entries('a') },
    { ...matrix, rows: [] },
    { ...multiple, options: [] },
  ])('is not complete with %j', (question) => {
    expect(() => play([question])).toThrow();
  });
});
