import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChatTurn, type Graph, type ModuleNode, TABLE_NAMES } from '../../../preload/contract';
import { picked, typed } from '../../../tests/support/chat';
import {
  asksEmail,
  chain,
  edge,
  graph,
  jumps,
  links,
  offers,
  raffles,
  ref,
  says,
} from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { sessionsOn, startChat } from '../../../tests/support/play';
import { added } from '../../../tests/support/questions';
import { countRows, openTestStore, type TestStore } from '../../../tests/support/store';
import { approveHold, listHolds, requestHold } from '../../vault/retention/holds';
import { readReceipts } from '../../vault/retention/receipts';
import { isScrubDue } from '../../vault/retention/scrub';
import { readExperienceFile } from '../flow/experience-file';
import { moduleOf } from '../modules';
import { createEffectStore } from '../writing/effect-store';
import type { Sessions } from './sessions';

const whole = (id: string, type: string, changes: ModuleNode['settings'] = {}): ModuleNode => ({
  ...added(type, changes),
  id,
});

const asks = (id: string, variable: string, changes: ModuleNode['settings'] = {}): ModuleNode =>
  whole(id, 'free_text', { variable, ...changes });

const fixture = (name: string): Graph => {
  const text = readFileSync(`tests/fixtures/cases/${name}`, 'utf8');
  return readExperienceFile(text, (type) => moduleOf(type) !== undefined).graph;
};

const stored = ({ connection }: TestStore): [string, string][] =>
  connection.prepare('select name, value from variables order by name').raw().all() as never;

/** The question that was answered before the last one, or `by` more before it. */
const earlier = ({ changeable }: ChatTurn, by = 1): string => changeable.at(-by) ?? 'none';

async function begun(draft: Graph, changes: Parameters<typeof sessionsOn>[1] = {}) {
  const test = await openTestStore();
  const chats = sessionsOn(test, changes);
  const start = await startChat(chats, draft);
  return { test, chats, start, id: start.sessionId };
}

const answerAll = async (chats: Sessions, id: string, ...texts: string[]): Promise<ChatTurn> => {
  let last: ChatTurn | null = null;
  for (const text of texts) last = await chats.answer(id, typed(text));
  if (!last) throw new Error('Nothing was said.');
  return last;
};

describe('an answer of a branch that was left', () => {
  it('is withdrawn with its row, from the variables and from what conditions see', async () => {
    const { test, chats, id } = await begun(fixture('experience-stale-answer.json'));
    await chats.answer(id, picked('yes'));
    const which = await chats.answer(id, typed('nuts'));
    expect(stored(test)).toEqual([
      ['allergies', 'yes'],
      ['which', 'nuts'],
    ]);
    const again = await chats.back(id, earlier(which, 2));
    expect(again).toMatchObject({
      prompt: { kind: 'choice' },
      waitingModuleId: 'c',
      variables: {},
      earlier: picked('yes'),
      changeable: [],
      stays: null,
      messages: [],
    });
    expect(stored(test)).toEqual([]);
    const on = await chats.answer(id, picked('no'));
    expect(on.variables).toEqual({ allergies: 'no', 'allergies.id': 'no' });
    expect(stored(test)).toEqual([['allergies', 'no']]);
  });

  it('is told in the trail, with a receipt that names the reason, and scrubbed', async () => {
    let withdrawals = 0;
    const test = await openTestStore();
    const store = createEffectStore(test.store, { onWithdrawn: () => withdrawals++ });
    const chats = sessionsOn(test, { store });
    const { sessionId } = await startChat(chats, fixture('experience-stale-answer.json'));
    await chats.answer(sessionId, picked('yes'));
    const which = await chats.answer(sessionId, typed('nuts'));
    const again = await chats.back(sessionId, earlier(which, 2));
    const withdrawn = { stored: 'withdrawn', table: 'variables', reason: 'withdrawn' };
    expect(again.trail).toEqual([
      { ...withdrawn, moduleId: 'c', values: { name: 'allergies', value: 'yes' } },
      { ...withdrawn, moduleId: 't', values: { name: 'which', value: 'nuts' } },
    ]);
    expect(await readReceipts(test.store)).toMatchObject([
      { user: 'system', details: { table: 'variables', rows: 2, rule: 'withdrawn' } },
    ]);
    expect(withdrawals).toBe(1);
    expect(await isScrubDue(test.store)).toBe(true);
    expect(test.connection.prepare('select count(*) from daily_totals').pluck().get()).toBe(0);
  });

  it('fills in what was said when the same questions come again, and only once', async () => {
    const draft = chain(asks('a', 'a'), asks('b', 'b'), asks('c', 'c'), offers('d', 'x'));
    const { chats, id } = await begun(draft);
    const last = await answerAll(chats, id, 'one', 'two', 'three');
    const first = await chats.back(id, earlier(last, 3));
    expect(first.earlier).toEqual(typed('one'));
    const second = await chats.answer(id, typed('uno'));
    expect(second).toMatchObject({ waitingModuleId: 'b', earlier: typed('two') });
    const third = await chats.back(id, earlier(second));
    expect(third).toMatchObject({ waitingModuleId: 'a', earlier: typed('uno') });
    await chats.answer(id, typed('eins'));
    const fresh = await answerAll(chats, id, 'zwei', 'drei');
    expect(fresh).toMatchObject({ waitingModuleId: 'd', earlier: null });
  });

  it('never fills in what has to be given anew: terms, and a file', async () => {
    const draft = chain(asksEmail('a', { terms: 'Terms' }), offers('b', 'x'));
    const { chats, id } = await begun(draft);
    const last = await chats.answer(id, typed('ann@example.com', true));
    expect((await chats.back(id, earlier(last))).earlier).toEqual(typed('ann@example.com', false));
  });
});

describe('a row that took the place of another', () => {
  const loop = graph(
    [asks('a', 'x'), asks('b', 'x', { skip: 'Skip' }), offers('c', 'x')],
    [edge('a', 'next', 'b'), edge('b', 'next', 'c'), edge('b', 'skip', 'c')],
  );

  it('has its value again', async () => {
    const { test, chats, id } = await begun(loop);
    const last = await answerAll(chats, id, 'old', 'new');
    const again = await chats.back(id, earlier(last));
    expect(again.variables).toEqual({ x: 'old' });
    expect(stored(test)).toEqual([['x', 'old']]);
    expect(again.trail).toMatchObject([{ reason: 'restored', values: { value: 'old' } }]);
    expect(countRows(test, 'variables')).toBe(1);
  });

  it('that another chat wrote is a customer as before, and one that this chat wrote is none', async () => {
    const test = await openTestStore();
    const draft = chain(asksEmail('a'), offers('b', 'x'));
    const customers = () => test.connection.prepare('select * from customers').all();
    const earlierChat = sessionsOn(test, { nowMs: () => NOW_MS - DAY_MS });
    const other = await startChat(earlierChat, draft);
    await earlierChat.answer(other.sessionId, typed('ann@example.com'));
    const before = customers();

    const chats = sessionsOn(test);
    const { sessionId } = await startChat(chats, draft);
    const ann = await chats.answer(sessionId, typed('Ann@Example.com'));
    expect(customers()).not.toEqual(before);
    await chats.back(sessionId, earlier(ann));
    expect(customers()).toEqual(before);
    const bob = await chats.answer(sessionId, typed('bob@example.com'));
    expect(countRows(test, 'customers')).toBe(2);
    await chats.back(sessionId, earlier(bob));
    expect(customers()).toEqual(before);
  });

  it('is left alone when another chat has written it since', async () => {
    const test = await openTestStore();
    const draft = chain(asksEmail('a'), offers('b', 'x'));
    const chats = sessionsOn(test);
    const one = await startChat(chats, draft);
    const turn = await chats.answer(one.sessionId, typed('ann@example.com'));
    const two = await startChat(chats, draft);
    await chats.answer(two.sessionId, typed('ann@example.com'));
    await chats.back(one.sessionId, earlier(turn));
    expect(countRows(test, 'customers')).toBe(1);
  });
});

it('rows from before the address are nobody’s again once the address is withdrawn', async () => {
  const draft = chain(asks('a', 'a'), asksEmail('b'), offers('c', 'x'));
  const { test, chats, id } = await begun(draft);
  await chats.answer(id, typed('one'));
  const last = await chats.answer(id, typed('ann@example.com'));
  const keys = () => test.connection.prepare('select email_key from variables').pluck().all();
  expect(keys()).toEqual(['ann@example.com', 'ann@example.com']);
  await chats.back(id, earlier(last));
  expect(keys()).toEqual([null]);
  await chats.answer(id, typed('bob@example.com'));
  expect(keys()).toEqual(['bob@example.com', 'bob@example.com']);
});

it('rows under a legal hold stay, and are not replaced by the next answer', async () => {
  const draft = chain(asksEmail('a'), asks('b', 'b'), offers('c', 'x'));
  const { test, chats, id } = await begun(draft);
  await chats.answer(id, typed('ann@example.com'));
  const last = await chats.answer(id, typed('evidence'));
  const subject = { kind: 'person', email: 'ann@example.com' } as const;
  const hold = { subject, reason: 'Claim', untilMs: NOW_MS + DAY_MS };
  await requestHold(test.store, { id: 'u1', name: 'Ada' }, hold, NOW_MS);
  const [asked] = await listHolds(test.store, NOW_MS);
  await approveHold(test.store, { id: 'u2', name: 'Grace' }, asked?.id ?? '', NOW_MS);
  const again = await chats.back(id, earlier(last));
  expect(again.trail).toMatchObject([{ reason: 'held', values: { value: 'evidence' } }]);
  await chats.answer(id, typed('other'));
  expect(stored(test)).toContainEqual(['b', 'evidence']);
  expect(stored(test)).toContainEqual(['b', 'other']);
  expect(await readReceipts(test.store)).toEqual([]);
});

describe('what cannot be taken back', () => {
  it('is a border, and says what it is', async () => {
    const draft = chain(asksEmail('a'), raffles('b'), asks('c', 'c'), offers('d', 'x'));
    const { test, chats, id } = await begun(draft);
    const done = await chats.answer(id, typed('ann@example.com'));
    expect(done).toMatchObject({ changeable: [], stays: 'participation' });
    const last = await chats.answer(id, typed('one'));
    expect(last.changeable).toHaveLength(1);
    const again = await chats.back(id, earlier(last));
    expect(again).toMatchObject({ waitingModuleId: 'c', changeable: [], stays: 'participation' });
    expect(countRows(test, 'participations')).toBe(1);
    expect(stored(test).map(([name]) => name)).toEqual(['email', 'giveaway_title']);
  });

  it('is none where nothing has happened: a participation that was refused', async () => {
    const draft = graph(
      [asksEmail('a'), raffles('b'), asks('c', 'c')],
      [edge('a', 'next', 'b'), edge('b', 'next', 'c'), edge('b', 'already', 'c')],
    );
    const { test, chats, id } = await begun(draft);
    await chats.answer(id, typed('ann@example.com'));
    const second = await startChat(chats, draft);
    const refused = await chats.answer(second.sessionId, typed('ann@example.com'));
    expect(refused).toMatchObject({ stays: null });
    expect(refused.changeable).toHaveLength(1);
    expect(countRows(test, 'participations')).toBe(1);
  });

  it('a link in the browser, but not on a kiosk, which opens none', async () => {
    const draft = chain(asks('a', 'a'), links('b'), asks('c', 'c'));
    const { chats, id } = await begun(draft);
    await chats.answer(id, typed('one'));
    expect(await chats.openLink(id)).toMatchObject({ changeable: [], stays: 'link' });
    const played = { experienceId: 'x', experienceName: 'X', graph: draft } as const;
    const kiosk = await chats.start({ ...played, channel: 'kiosk' });
    await chats.answer(kiosk.sessionId, typed('one'));
    const on = await chats.openLink(kiosk.sessionId);
    expect(on).toMatchObject({ stays: null, changeable: [expect.any(String), expect.any(String)] });
  });

  it('a wrong code, so that nobody has more tries than the author gives', async () => {
    const draft = chain(asks('a', 'a'), whole('b', 'code_entry', { pool: 'pool', attempts: 2 }));
    const { chats, id } = await begun(draft);
    await chats.answer(id, typed('one'));
    const wrong = await chats.answer(id, typed('GUESS'));
    expect(wrong).toMatchObject({ changeable: [], stays: 'code' });
  });
});

describe('going back', () => {
  const draft = chain(asks('a', 'a'), asks('b', 'b'), offers('c', 'x'));
  const refuses = (back: Promise<unknown>, code = 'chat.cannot_go_back') =>
    expect(back).rejects.toThrow(code);

  it('is refused for a question that is unknown, not answered yet, of another chat or taken back', async () => {
    const { chats, id, start } = await begun(draft);
    const last = await answerAll(chats, id, 'one', 'two');
    const other = await startChat(chats, draft);
    await chats.answer(other.sessionId, typed('one'));
    for (const question of ['nothing', '__proto__', last.question ?? '', id]) {
      await refuses(chats.back(id, question));
    }
    await refuses(chats.back(other.sessionId, earlier(last)));
    await refuses(chats.back('nobody', earlier(last)), 'chat.session_not_found');
    await chats.back(id, start.question ?? '');
    await refuses(chats.back(id, start.question ?? ''));
    await refuses(chats.back(id, earlier(last)));
  });

  it('is refused after the end, and where the author does not allow it', async () => {
    const { chats, id, start } = await begun(draft);
    await answerAll(chats, id, 'one', 'two');
    const end = await chats.answer(id, picked('x'));
    expect(end).toMatchObject({ ended: true, changeable: [], stays: null });
    await refuses(chats.back(id, start.question ?? ''));
    const strict = await begun({ ...draft, settings: { allowsBack: false } });
    const turn = await strict.chats.answer(strict.id, typed('one'));
    expect(turn).toMatchObject({ changeable: [], stays: null });
    await refuses(strict.chats.back(strict.id, strict.start.question ?? ''));
  });

  it('waits for the turn that runs, and answers that were under way are refused', async () => {
    const { test, chats, id, start } = await begun(draft);
    await chats.answer(id, typed('one'));
    const question = start.question ?? '';
    const second = (await chats.answer(id, typed('two'))).question ?? '';
    const all = await Promise.allSettled([
      chats.back(id, question),
      chats.back(id, question),
      chats.answer(id, picked('x'), second),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(stored(test)).toEqual([]);
    expect(await chats.answer(id, typed('uno'))).toMatchObject({ waitingModuleId: 'b' });
  });

  it('ends a chat that is not offered any more, and withdraws nothing then', async () => {
    let isOffered = true;
    const test = await openTestStore();
    const store = createEffectStore(test.store, { isOffered: async () => isOffered });
    const chats = sessionsOn(test, { store });
    const { sessionId, question } = await startChat(chats, draft);
    await chats.answer(sessionId, typed('one'));
    isOffered = false;
    const turn = await chats.back(sessionId, question ?? '');
    expect(turn).toMatchObject({ ended: true, unavailable: true });
    expect(stored(test)).toEqual([['a', 'one']]);
  });

  it('leaves everything as it was when the store fails', async () => {
    const test = await openTestStore();
    const real = createEffectStore(test.store);
    let isBroken = false;
    const chats = sessionsOn(test, {
      store: {
        transact: (work) =>
          real.transact(async (...tools) => {
            const result = await work(...tools);
            if (isBroken) throw new Error('disk full');
            return result;
          }),
      },
    });
    const { sessionId, question } = await startChat(chats, draft);
    await chats.answer(sessionId, typed('one'));
    isBroken = true;
    await refuses(chats.back(sessionId, question ?? ''), 'disk full');
    isBroken = false;
    expect(stored(test)).toEqual([['a', 'one']]);
    expect(await chats.back(sessionId, question ?? '')).toMatchObject({ earlier: typed('one') });
  });

  it('reaches into an experience that was visited, and out of it again', async () => {
    const inner = chain(asks('i', 'i'), asks('j', 'j'));
    const outer = chain(asks('a', 'a'), jumps('v', 'visit', 'inner'), offers('c', 'x'));
    const test = await openTestStore();
    const chats = sessionsOn(test);
    const played = { experienceId: 'outer', experienceName: 'O', graph: outer } as const;
    const library = new Map([['inner', inner]]);
    const { sessionId, question } = await chats.start({ ...played, library, channel: 'preview' });
    const last = await answerAll(chats, sessionId, 'one', 'two', 'three');
    const inside = await chats.back(sessionId, earlier(last));
    expect(inside).toMatchObject({ waitingModuleId: 'j', earlier: typed('three') });
    expect(await chats.answer(sessionId, typed('drei'))).toMatchObject({ waitingModuleId: 'c' });
    expect(await chats.back(sessionId, question ?? '')).toMatchObject({ waitingModuleId: 'a' });
    expect(stored(test)).toEqual([]);
  });

  it('does not give back what the chat may say and keep in all', async () => {
    const text = ref('a').repeat(99);
    const long = chain(asks('a', 'a'), says('s', text), offers('b', 'x'));
    const { chats, id } = await begun(long);
    let turn = await chats.answer(id, typed('x'.repeat(1_000)));
    let rounds = 0;
    while (!turn.ended && rounds < 400) {
      await chats.back(id, earlier(turn));
      turn = await chats.answer(id, typed('x'.repeat(1_000)));
      rounds += 1;
    }
    expect(turn).toMatchObject({ ended: true, tooLong: true });
  });

  it('is possible for the last 200 questions of a chat without an end', async () => {
    const loop = graph([asks('a', 'x')], [edge('a', 'next', 'a')]);
    const { chats, id } = await begun(loop);
    let turn: ChatTurn | null = null;
    for (let round = 0; round < 230; round++) turn = await chats.answer(id, typed(`${round}`));
    expect(turn?.changeable).toHaveLength(200);
  });
});

describe('a second answer to the same question', () => {
  it('is refused, and the first one counts', async () => {
    const { test, chats, id, start } = await begun(chain(asks('a', 'a'), asks('b', 'b')));
    const question = start.question ?? '';
    const both = await Promise.allSettled([
      chats.answer(id, typed('one'), question),
      chats.answer(id, typed('two'), question),
    ]);
    expect(both).toMatchObject([
      { status: 'fulfilled', value: { waitingModuleId: 'b' } },
      { status: 'rejected', reason: { code: 'chat.already_answered' } },
    ]);
    expect(stored(test)).toEqual([['a', 'one']]);
  });

  it('is refused when the question is asked again, as the first answer was not taken', async () => {
    const { chats, id, start } = await begun(chain(asksEmail('a'), offers('b', 'x')));
    const question = start.question ?? '';
    const again = await chats.answer(id, typed('nobody'), question);
    expect(again.repeats).toBe(true);
    expect(again.question).not.toBe(question);
    await expect(chats.answer(id, typed('nobody'), question)).rejects.toThrow(
      'chat.already_answered',
    );
    expect(again.changeable).toEqual([]);
  });

  it('is refused to a link and to silence as well', async () => {
    const opened: string[] = [];
    const draft = chain(links('a'), links('b'));
    const openLink = async (url: string) => void opened.push(url);
    const { chats, id, start } = await begun(draft, { openLink });
    const question = start.question ?? '';
    await Promise.allSettled([chats.openLink(id, question), chats.openLink(id, question)]);
    expect(opened).toHaveLength(1);
    await expect(chats.idle(id, question)).rejects.toThrow('chat.already_answered');
  });
});

it('only tables that hold what was said lose rows, whatever was stored on the way', async () => {
  const draft = chain(
    asksEmail('a'),
    whole('n', 'name'),
    offers('b', 'x', 'y'),
    asks('c', 'c'),
    offers('d', 'x'),
  );
  const { test, chats, id, start } = await begun(draft);
  await chats.answer(id, typed('ann@example.com'));
  await chats.answer(id, { kind: 'form', values: { firstname: 'Ann', lastname: 'Lee' } });
  await chats.back(id, start.question ?? '');
  for (const table of TABLE_NAMES) expect([table, countRows(test, table)]).toEqual([table, 0]);
});
