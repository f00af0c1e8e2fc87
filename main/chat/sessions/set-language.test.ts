import { describe, expect, it } from 'vitest';
import type { Graph, LegalVersion, ModuleNode, Translations } from '../../../preload/contract';
import { picked, typed } from '../../../tests/support/chat';
import { chain, edge, graph, node, ref } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { saidIn, sessionsOn } from '../../../tests/support/play';
import { added } from '../../../tests/support/questions';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { sha256 } from '../files/sha256';
import type { Playable } from './sessions';

const choice = (id: string, question: string) =>
  node(id, 'choice', {
    question,
    variable: id,
    options: [
      { id: 'red', label: 'red' },
      { id: 'blue', label: `blue for ${ref('name')}` },
    ],
  });

const draft: Graph = {
  ...graph(
    [
      { ...added('free_text', { question: 'Your name?', variable: 'name' }), id: 'n' },
      choice('first', `Which, ${ref('name')}?`),
      choice('second', 'And now?'),
    ],
    [edge('n', 'next', 'first'), edge('first', 'red', 'second'), edge('first', 'blue', 'second')],
  ),
  settings: { allowsBack: true, languages: { main: 'en', others: ['fr'] } },
};

const french: Translations[string] = {
  'n/question': { text: 'Votre nom ?', of: '' },
  'first/question': { text: `Lequel, ${ref('name')} ?`, of: '' },
  'first/options.red.label': { text: 'rouge', of: '' },
  'first/options.blue.label': { text: `bleu pour ${ref('name')}`, of: '' },
  'second/question': { text: 'Et maintenant ?', of: '' },
};

const LANGUAGES = { allowsBack: true, languages: { main: 'en', others: ['fr'] } };

/** A published legal text in both languages. */
const pinned = (kind: 'consent' | 'terms', words: Record<'en' | 'fr', [string, string]>) => {
  const said = Object.entries(words).map(([tag, [title, text]]) => [
    tag,
    { title, text, sha256: sha256(text) },
  ]);
  const languages = Object.fromEntries(said);
  const version = { id: 'v-7', number: 7, languages, address: '', createdAt: NOW_MS };
  return new Map([['known', { id: 'known', kind, version: version as unknown as LegalVersion }]]);
};

async function begun(
  graphs: Graph = { ...draft, translations: { fr: french } },
  more: Partial<Playable> = {},
) {
  const test = await openTestStore();
  const chats = sessionsOn(test);
  const played = {
    experienceId: 'x',
    experienceName: 'X',
    graph: graphs,
    channel: 'kiosk',
  } as const;
  const start = await chats.start({ ...played, language: 'en', ...more });
  return { test, chats, start, id: start.sessionId };
}

const stored = ({ connection }: TestStore) =>
  connection.prepare('select name, value, option_ids from variables order by name').raw().all();

describe('a chat that goes on in another language', () => {
  it('asks the same question in it, with what is known put in, and says what is stored', async () => {
    const { test, chats, id } = await begun();
    const asked = await chats.answer(id, typed('Ada'));
    const again = await chats.setLanguage(id, 'fr');
    expect(saidIn(again)).toEqual(['Lequel, Ada ?']);
    expect(again).toMatchObject({
      language: 'fr',
      repeats: true,
      question: asked.question,
      changeable: asked.changeable,
      trail: [],
      prompt: {
        options: [
          { id: 'red', label: 'rouge' },
          { id: 'blue', label: 'bleu pour Ada' },
        ],
      },
      variables: { name: 'Ada', language: 'fr' },
    });
    expect(stored(test)).toContainEqual(['language', 'en', 'en']);
    const next = await chats.answer(id, picked('blue'));
    expect(saidIn(next)).toEqual(['Et maintenant ?']);
    expect(stored(test)).toEqual([
      ['first', 'bleu pour Ada', 'blue'],
      ['language', 'fr', 'fr'],
      ['name', 'Ada', null],
    ]);
  });

  it('has the questions that can be gone back to in it, too', async () => {
    const { chats, start, id } = await begun();
    const asked = await chats.answer(id, typed('Ada'));
    await chats.answer(id, picked('red'));
    await chats.setLanguage(id, 'fr');
    const back = await chats.back(id, asked.question ?? '');
    expect(back.prompt).toMatchObject({
      options: [{ label: 'rouge' }, { label: 'bleu pour Ada' }],
    });
    expect(back.variables).toMatchObject({ language: 'fr' });
    await chats.back(id, start.question ?? '');
  });

  it('keeps what was remembered about what somebody reads: the words of a consent', async () => {
    const consent = { ...added('consent', { text: 'I agree.', variable: 'ok' }), id: 'c' };
    const { test, chats, id } = await begun({
      ...graph([consent]),
      settings: { allowsBack: true, languages: { main: 'en', others: ['fr'] } },
      translations: { fr: { 'c/text': { text: "J'accepte.", of: 'I agree.' } } },
    });
    expect(await chats.setLanguage(id, 'fr')).toMatchObject({ prompt: { text: "J'accepte." } });
    await chats.answer(id, { kind: 'consent', given: true });
    const wording = test.connection.prepare('select wording from consents').pluck().all();
    expect(wording).toEqual(["J'accepte."]);
  });

  it('is refused when nothing is asked, and where there is no language', async () => {
    const { chats, id } = await begun();
    await chats.answer(id, typed('Ada'));
    await chats.answer(id, picked('red'));
    await chats.answer(id, picked('red'));
    await expect(chats.setLanguage(id, 'fr')).rejects.toThrow('chat.nothing_asked');
    const plain = await begun({ ...draft, settings: undefined });
    await expect(plain.chats.setLanguage(plain.id, 'fr')).rejects.toThrow('chat.nothing_asked');
  });
});

describe('what is stored of an agreement is what was shown last', () => {
  const consent = (changes: ModuleNode['settings'] = {}) => ({
    ...added('consent', { legalText: 'legal:known', variable: 'ok', ...changes }),
    id: 'c',
  });
  const words = pinned('consent', {
    en: ['Letters', 'I agree.'],
    fr: ['Lettres', "J'accepte."],
  });
  const given = { kind: 'consent', given: true } as const;
  const wordings = ({ connection }: TestStore) =>
    connection
      .prepare('select action, wording, wording_hash, legal_version_id from consents')
      .raw()
      .all();

  it('a legal text in the other language, with its checksum', async () => {
    const draft = { ...graph([consent()]), settings: LANGUAGES };
    const { test, chats, id } = await begun(draft, { legal: words });
    expect(await chats.setLanguage(id, 'fr')).toMatchObject({ prompt: { text: "J'accepte." } });
    await chats.setLanguage(id, 'en');
    await chats.setLanguage(id, 'fr');
    await chats.answer(id, given);
    expect(wordings(test)).toEqual([['given', "J'accepte.", sha256("J'accepte."), 'v-7']]);
  });

  it('the words that were agreed to, though the code is typed in another language', async () => {
    const draft = { ...graph([consent({ double: true })]), settings: LANGUAGES };
    const { test, chats, id } = await begun(draft, { legal: words });
    const asked = await chats.answer(id, given);
    const code = /\d{6}/.exec(saidIn(asked).join(' '))?.[0] ?? '';
    const again = await chats.setLanguage(id, 'fr');
    expect(saidIn(again).join(' ')).toContain(code);
    await chats.answer(id, typed(code));
    expect(wordings(test)).toEqual([['given', 'I agree.', sha256('I agree.'), 'v-7']]);
  });

  it('words around a name that holds marks', async () => {
    const named = chain(
      { ...added('free_text', { variable: 'name' }), id: 'n' },
      consent({ legalText: '', text: `I, ${ref('name')}, agree.` }),
    );
    const { test, chats, id } = await begun({
      ...named,
      settings: LANGUAGES,
      translations: { fr: { 'c/text': { text: `Moi, ${ref('name')}, j'accepte.`, of: '' } } },
    });
    await chats.answer(id, typed('*Ada*'));
    expect(await chats.setLanguage(id, 'fr')).toMatchObject({
      prompt: { text: String.raw`Moi, \*Ada\*, j'accepte.` },
    });
    await chats.answer(id, given);
    expect(wordings(test)).toMatchObject([{ 0: 'given', 1: "Moi, *Ada*, j'accepte." }]);
  });

  it('words that tell the day, on a day that the preview pretends', async () => {
    const text = `Today is ${ref('today()')}`;
    const draft = {
      ...graph([consent({ legalText: '', text })]),
      settings: LANGUAGES,
      translations: { fr: { 'c/text': { text: `Le ${ref('today()')}`, of: '' } } },
    };
    const { chats, id } = await begun(draft, { pretendedNowMs: NOW_MS + 40 * DAY_MS });
    const { prompt } = await chats.setLanguage(id, 'fr');
    expect(prompt).toMatchObject({ text: expect.stringMatching(/^Le /) });
  });

  const terms = pinned('terms', {
    en: ['Terms', 'These hold.'],
    fr: ['Conditions', 'Elles valent.'],
  });
  const asksTwice = { ...added('email', { termsText: 'legal:known', twice: true }), id: 'e' };
  const hashes = ({ connection }: TestStore) =>
    connection.prepare('select terms_name, terms_hash from customers').raw().all();

  it('terms are named in the other language', async () => {
    const draft = { ...graph([asksTwice]), settings: LANGUAGES };
    const { chats, id } = await begun(draft, { legal: terms });
    expect(await chats.setLanguage(id, 'fr')).toMatchObject({
      prompt: { termsText: { id: 'known', title: 'Conditions' } },
    });
  });

  it.each([
    ['typed twice', 'ada@example.org', typed('ada@example.org')],
    ['with what was meant', 'ada@gmial.com', picked('meaning-1')],
  ])('terms that were ticked before the address is %s', async (_, address, last) => {
    const draft = { ...graph([asksTwice]), settings: LANGUAGES };
    const { test, chats, id } = await begun(draft, { legal: terms });
    await chats.answer(id, typed(address, true));
    await chats.setLanguage(id, 'fr');
    const turn = await chats.answer(id, last);
    if (!turn.ended) await chats.answer(id, typed(address));
    expect(hashes(test)).toEqual([['Terms', sha256('These hold.')]]);
  });
});
