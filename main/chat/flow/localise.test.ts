import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  AppError,
  type ChatTurn,
  type Graph,
  type ModuleNode,
  TABLE_NAMES,
  type Translations,
  textsOfExperience,
} from '../../../preload/contract';
import { picked } from '../../../tests/support/chat';
import { asksEmail, edge, graph, jumps, node, says } from '../../../tests/support/graphs';
import { saidIn, sessionsOn } from '../../../tests/support/play';
import { randomAnswer, randomGraph } from '../../../tests/support/random-graphs';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { moduleOf, modules } from '../modules';
import { formOfType } from '../modules/forms';
import { localise } from './localise';

/** Options that are called as their ids. */
const offers = (id: string, ...options: string[]): ModuleNode =>
  node(id, 'choice', {
    question: 'Which?',
    variable: 'choice',
    options: options.map((option) => ({ id: option, label: option })),
  });

/** One behind the other, on each branch. */
const chain = (...nodes: ModuleNode[]): Graph =>
  graph(
    nodes,
    nodes.slice(1).flatMap(({ id: to }, at) => {
      const { id: from = '', type } = nodes[at] ?? {};
      const branches = type === 'choice' ? ['red', 'blue', 'x', 'y'] : ['next'];
      return branches.map((branch) => edge(from, branch, to));
    }),
  );

const inLanguages = (
  draft: Graph,
  translations: Record<string, Record<string, string>>,
  main = 'en',
): Graph => ({
  ...draft,
  settings: {
    allowsBack: true,
    languages: { main, others: Object.keys(translations) },
    ...draft.settings,
  },
  translations: Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(texts).map(([place, text]) => [place, { text, of: mainText(draft, place) }]),
      ),
    ]),
  ),
});

const mainText = (draft: Graph, at: string): string =>
  textsOfExperience(draft, formOfType).find(({ place }) => place === at)?.text ?? '';

const textsIn = (draft: Graph): Record<string, string> =>
  Object.fromEntries(textsOfExperience(draft, formOfType).map(({ place, text }) => [place, text]));

describe('the texts of each kind of module that participants meet', () => {
  it.each(modules.map((module) => [module.type, module] as const))('%s', (type) => {
    const spoken: string[] = [];
    const unspoken: string[] = [];
    const look = (fields: NonNullable<ReturnType<typeof formOfType>>): void => {
      for (const field of fields) {
        if (field.kind === 'list') look(field.fields);
        else if (field.kind === 'text' || field.kind === 'longText')
          (field.isUnspoken ? unspoken : spoken).push(field.path);
      }
    };
    look(formOfType(type) ?? []);
    expect({ spoken, unspoken }).toMatchSnapshot();
  });
});

describe('an experience in another language', () => {
  const draft = chain(says('s', 'Hello'), offers('c', 'red', 'blue'));

  it('has each text as it is translated, and the others as they are', () => {
    const french = localise(inLanguages(draft, { fr: { 's/text': 'Bonjour' } }), 'fr');
    expect(textsIn(french)).toMatchObject({ 's/text': 'Bonjour', 'c/options.red.label': 'red' });
    expect(localise(inLanguages(draft, { fr: {} }), 'en')).toMatchObject(draft);
  });

  it('takes the language without its region where the region has nothing', () => {
    const both = inLanguages(draft, {
      'pt-BR': { 'c/options.red.label': 'vermelho' },
      pt: { 's/text': 'Olá', 'c/options.red.label': 'encarnado' },
    });
    expect(textsIn(localise(both, 'pt-BR'))).toMatchObject({
      's/text': 'Olá',
      'c/options.red.label': 'vermelho',
    });
    expect(textsIn(localise(both, 'pt-PT'))).toMatchObject({ 's/text': 'Olá' });
  });

  it('says what modules say of their own accord in its language', () => {
    const initial = (language: 'en' | 'de') =>
      moduleOf('email')?.texts[language].initial as { invalid: string } | undefined;
    const email = asksEmail('e');
    const invalid = initial('en')?.invalid ?? '';
    const built = chain({ ...email, settings: { ...email.settings, invalid } });
    const german = (draft: Graph) => textsIn(localise(inLanguages(draft, { de: {} }), 'de'));
    expect(german(built)['e/invalid']).toBe(initial('de')?.invalid);
    expect(german(chain(email))['e/invalid']).toBe('Not an address.');
  });

  it('leaves out what the setting would not take, and what says nothing', () => {
    const labels = { 'c/options.red.label': 'x'.repeat(201), 'c/options.blue.label': '  ' };
    expect(textsIn(localise(inLanguages(draft, { fr: labels }), 'fr'))).toMatchObject({
      'c/options.red.label': 'red',
      'c/options.blue.label': 'blue',
    });
  });

  it('has the texts of the kiosk and the imprint, too', () => {
    const settings = {
      allowsBack: true,
      kiosk: { start: { headline: 'Win!', slides: [] }, end: {} },
      languages: { main: 'en', others: ['de'] },
    };
    const kiosk = { ...draft, settings: settings as never };
    const translations: Translations = {
      de: { 'settings/kiosk.start.headline': { text: 'Gewinnen!', of: 'Win!' } },
    };
    expect(localise({ ...kiosk, translations }, 'de').settings?.kiosk?.start.headline).toBe(
      'Gewinnen!',
    );
  });
});

describe('a rule about the label of an option', () => {
  const rule = (operator: string, value: string) =>
    node('r', 'condition', {
      rules: [{ id: 'yes', label: 'Yes', operator, variable: 'choice', value, options: [] }],
    });
  const flow = (operator: string, value: string) =>
    graph(
      [offers('c', 'red', 'blue'), rule(operator, value), says('hit', 'hit'), says('miss', 'miss')],
      [
        edge('c', 'red', 'r'),
        edge('c', 'blue', 'r'),
        edge('r', 'yes', 'hit'),
        edge('r', 'else', 'miss'),
      ],
    );

  it.each([
    ['is', 'Red', 'hit'],
    ['is_not', 'red', 'miss'],
    ['one_of', 'green, red', 'hit'],
    ['contains', 'ed', 'hit'],
    ['is', 'blue', 'miss'],
  ])('%s %s: %s, whatever it is called', async (operator, value, expected) => {
    const chats = sessionsOn(await openTestStore());
    const translated = inLanguages(flow(operator, value), {
      fr: { 'c/options.red.label': 'rouge', 'c/options.blue.label': 'bleu' },
    });
    for (const language of ['en', 'fr']) {
      const played = {
        experienceId: 'x',
        experienceName: 'X',
        graph: translated,
        language,
      } as const;
      const { sessionId } = await chats.start({ ...played, channel: 'kiosk' });
      expect(saidIn(await chats.answer(sessionId, picked('red')))).toEqual([expected]);
    }
  });
});

/** What a chat may find of those before it: their rows, and what they took of limited things. */
const EMPTY = [...TABLE_NAMES, 'counters'].map((name) => `delete from ${name}`).join(';');

/**
 * Where a chat goes for the same answers. The session is called the same in every language: its id decides
 * which variant of a split it gets.
 */
async function wayOf(test: TestStore, draft: Graph, language: string, given: readonly Answer[]) {
  test.connection.exec(`begin; ${EMPTY}; commit`);
  const chats = sessionsOn(test, { newId: () => 'session', random: () => 0.5 });
  const played = { experienceId: 'x', experienceName: 'X', graph: draft, language } as const;
  const way: unknown[] = [];
  let turn: ChatTurn | null = await chats
    .start({ ...played, channel: 'preview' })
    .catch(onlyExpected);
  if (turn) way.push(placeIn(turn));
  for (const answer of given) {
    if (!turn?.prompt) break;
    const next: ChatTurn | null = await chats.answer(turn.sessionId, answer).catch(onlyExpected);
    way.push(next ? placeIn(next) : 'refused');
    if (next?.tooLong) break;
    turn = next ?? turn;
  }
  return way;
}

/** What is empty in one language may say something in another: messages are left out. */
function placeIn({ waitingModuleId, ended, prompt, tooLong }: ChatTurn) {
  if (tooLong) return 'too long';
  return [waitingModuleId, ended, prompt?.kind];
}

function onlyExpected(error: unknown): null {
  if (error instanceof AppError && error.code.startsWith('chat.')) return null;
  throw error;
}

it('the same answers take the same way in every language', async () => {
  const test = await openTestStore();
  let ways = 0;
  await fc.assert(
    fc.asyncProperty(randomGraph, fc.gen(), async (draft, pick) => {
      const texts = textsOfExperience(draft, formOfType);
      // Other words, but none where there were none: an answer that says nothing is asked for again.
      const translated = inLanguages(
        draft,
        { fr: Object.fromEntries(texts.map(({ place, text }) => [place, `${text}${text}`])) },
        'en',
      );
      const given: Answer[] = [];
      const chats = sessionsOn(test, { newId: () => 'first', random: () => 0.5 });
      let turn = await chats
        .start({ experienceId: 'x', experienceName: 'X', graph: draft, channel: 'preview' })
        .catch(onlyExpected);
      for (let count = 0; count < 10 && turn?.prompt; count++) {
        const { prompt } = turn;
        const answer: Answer = pick(() => randomAnswer(prompt));
        given.push(structuredClone(answer));
        turn = (await chats.answer(turn.sessionId, answer).catch(onlyExpected)) ?? turn;
      }
      const english = await wayOf(test, translated, 'en', structuredClone(given));
      const french = await wayOf(test, translated, 'fr', structuredClone(given));
      // Longer texts end a chat without an end sooner.
      if ([english, french].some((way) => way.length === 0 || way.includes('too long'))) return;
      if (english.length > 2) ways += 1;
      expect(french).toEqual(english);
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(ways).toBeGreaterThan(10);
}, 120_000);

describe('the language of a session', () => {
  const draft = chain(
    says('s', 'Hello'),
    offers('c', 'red'),
    says('t', 'Speaks $' + '{language}'),
    offers('d', 'x'),
  );
  const begin = async (changes: object, language?: string) => {
    const test = await openTestStore();
    const chats = sessionsOn(test);
    const translated = { ...inLanguages(draft, { de: { 's/text': 'Hallo' } }), ...changes };
    const played = { experienceId: 'x', experienceName: 'X', graph: translated, language };
    return { test, chats, start: await chats.start({ ...played, channel: 'kiosk' }) };
  };
  const stored = ({ connection }: TestStore) =>
    connection.prepare('select name, value from variables order by name').raw().all();

  it('is the one that is asked for, or the nearest, or the main one, and is told', async () => {
    for (const [asked, language, said] of [
      ['de', 'de', 'Hallo'],
      ['de-AT', 'de', 'Hallo'],
      ['fr', 'en', 'Hello'],
      [undefined, 'en', 'Hello'],
    ] as const) {
      const { start } = await begin({}, asked);
      expect(start).toMatchObject({ language, languages: ['en', 'de'], variables: { language } });
      expect(saidIn(start)).toEqual([said, 'Which?']);
    }
  });

  it('is stored beside the first variable, once, and goes with it when somebody goes back', async () => {
    const { test, chats, start } = await begin({}, 'de');
    expect(stored(test)).toEqual([]);
    const turn = await chats.answer(start.sessionId, picked('red'));
    expect(saidIn(turn)).toEqual(['Speaks de', 'Which?']);
    expect(stored(test)).toEqual([
      ['choice', 'red'],
      ['language', 'de'],
    ]);
    await chats.answer(start.sessionId, picked('x'));
    expect(stored(test)).toHaveLength(2);
  });

  it('is withdrawn with the answer', async () => {
    const { test, chats, start } = await begin({}, 'de');
    await chats.answer(start.sessionId, picked('red'));
    await chats.back(start.sessionId, start.question ?? '');
    expect(stored(test)).toEqual([]);
    await chats.answer(start.sessionId, picked('red'));
    expect(stored(test)).toHaveLength(2);
  });

  it('is not stored where there is no other, and known to no chat that has none', async () => {
    const one = await begin({
      settings: { allowsBack: true, languages: { main: 'en', others: [] } },
    });
    await one.chats.answer(one.start.sessionId, picked('red'));
    expect(stored(one.test)).toEqual([['choice', 'red']]);
    const none = await begin({ settings: undefined }, 'de');
    expect(none.start).toMatchObject({ language: null, languages: [], variables: {} });
  });

  it('goes along into experiences that are called, which speak it or their own', async () => {
    const inner = inLanguages(chain(says('i', 'Inside'), offers('j', 'y')), {
      de: { 'i/text': 'Drinnen' },
    });
    const outer = inLanguages(chain(jumps('v', 'visit', 'inner'), offers('c', 'x')), {
      de: {},
      fr: {},
    });
    const chats = sessionsOn(await openTestStore());
    const library = new Map([['inner', inner]]);
    const played = { experienceId: 'o', experienceName: 'O', graph: outer, library } as const;
    const german = await chats.start({ ...played, language: 'de', channel: 'kiosk' });
    expect(saidIn(german)).toEqual(['Drinnen', 'Which?']);
    expect(german.variables).toMatchObject({ language: 'de' });
    const french = await chats.start({ ...played, language: 'fr', channel: 'kiosk' });
    expect(saidIn(french)).toEqual(['Inside', 'Which?']);
    expect(french.variables).toMatchObject({ language: 'fr' });
  });

  it('can be asked for by a condition, as an option or as a text', async () => {
    const asks = (rule: object) =>
      graph(
        [
          node('r', 'condition', {
            rules: [{ id: 'yes', label: 'German', operator: 'is', variable: 'language', ...rule }],
          }),
          says('hit', 'German!'),
        ],
        [edge('r', 'yes', 'hit')],
      );
    const chats = sessionsOn(await openTestStore());
    for (const rule of [
      { options: ['de'], value: '' },
      { options: [], value: 'de' },
    ]) {
      const draft = inLanguages(asks(rule), { de: {} });
      const played = {
        experienceId: 'x',
        experienceName: 'X',
        graph: draft,
        channel: 'kiosk',
      } as const;
      expect(saidIn(await chats.start({ ...played, language: 'de' }))).toEqual(['German!']);
      expect(saidIn(await chats.start({ ...played, language: 'en' }))).toEqual([]);
    }
  });
});
