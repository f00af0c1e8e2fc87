import { describe, expect, it } from 'vitest';
import { AppError, type Graph } from '../../../preload/contract';
import { confirmed, picked, typed } from '../../../tests/support/chat';
import {
  asksEmail,
  chain,
  edge,
  graph,
  jumps,
  lessonGraph,
  links,
  node,
  offers,
  raffles,
  ref,
  says,
} from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { saidIn, sessionsOn, startChat, takePart } from '../../../tests/support/play';
import { countRows, openAgain, openTestStore } from '../../../tests/support/store';
import { writeRule } from '../../vault/retention/rules';
import { createEffectStore } from '../writing/effect-store';

describe('the lesson', () => {
  it('is played as it is told: pill, link, address, terms, taking part', async () => {
    const opened: string[] = [];
    const test = await openTestStore();
    const sessions = sessionsOn(test, { openLink: async (url) => void opened.push(url) });

    const start = await startChat(sessions);
    const { sessionId } = start;
    expect(start).toMatchObject({
      prompt: { kind: 'choice' },
      waitingModuleId: 'pills',
      ended: false,
    });
    const link = await sessions.answer(sessionId, picked('red'));
    expect(link.prompt).toEqual({ kind: 'link', label: 'Open', url: 'https://example.com/' });
    expect(opened).toEqual([]);
    const email = await sessions.openLink(sessionId);
    expect(opened).toEqual(['https://example.com/']);
    expect(email).toMatchObject({ prompt: { kind: 'text', terms: expect.any(String) } });
    const again = await sessions.answer(sessionId, typed('ann@', true));
    expect(saidIn(again)).toEqual(['Not an address.']);
    expect([email.repeats, again.repeats]).toEqual([false, true]);
    const terms = await sessions.answer(sessionId, typed(' Ann@Example.com ', true));
    expect(terms.prompt).toMatchObject({ kind: 'confirm', terms: 'Terms of participation' });
    const refused = await sessions.answer(sessionId, confirmed(false));
    expect(saidIn(refused)).toEqual(['Please accept the terms.']);
    expect(countRows(test, 'participations')).toBe(0);
    const end = await sessions.answer(sessionId, confirmed());

    expect(saidIn(end)).toEqual(['You are taking part.']);
    expect(end).toMatchObject({ prompt: null, waitingModuleId: null, ended: true });
    expect(end.trail).toMatchObject([
      {
        stored: true,
        table: 'participations',
        moduleId: 'giveaway',
        expiresAt: NOW_MS + 60 * DAY_MS,
        values: { email: 'Ann@Example.com', giveaway_name: 'Summer raffle' },
      },
      { stored: true, table: 'variables', moduleId: 'giveaway', expiresAt: NOW_MS + 60 * DAY_MS },
      { stored: true, table: 'runtime_log', moduleId: 'giveaway', expiresAt: NOW_MS + 7 * DAY_MS },
    ]);
    expect(test.connection.prepare('select * from participations').all()).toMatchObject([
      { email: 'Ann@Example.com', giveaway_name: 'Summer raffle', session_id: sessionId },
    ]);
    expect(test.connection.prepare('select name, value from variables order by id').all()).toEqual([
      { name: 'choice', value: 'The red' },
      { name: 'email', value: 'Ann@Example.com' },
      { name: 'giveaway_title', value: 'Summer raffle' },
    ]);
  });

  it('refuses a second participation with the same address, whatever its letter case', async () => {
    const test = await openTestStore();
    const sessions = sessionsOn(test);
    await takePart(sessions, 'ann@example.com');
    for (const again of ['ann@example.com', 'ANN@Example.COM', '  Ann@example.com\t']) {
      const turn = await takePart(sessions, again);
      expect(saidIn(turn)).toEqual(['You already take part.']);
      expect(turn.trail).toMatchObject([{ table: 'runtime_log' }]);
    }
    expect(countRows(test, 'participations')).toBe(1);
    expect(countRows(test, 'customers')).toBe(1);
    expect(saidIn(await takePart(sessions, 'bob@example.com'))).toEqual(['You are taking part.']);
  });

  it('lets exactly one of many sessions in that take part with one address at the same time', async () => {
    const test = await openTestStore();
    const both = [sessionsOn(test), sessionsOn({ store: openAgain(test) })];
    const turns = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        takePart(both[index % 2] as never, 'ann@example.com'),
      ),
    );
    const said = turns.flatMap(saidIn);
    expect(said.filter((text) => text === 'You are taking part.')).toHaveLength(1);
    expect(said.filter((text) => text === 'You already take part.')).toHaveLength(39);
    expect(countRows(test, 'participations')).toBe(1);
  });

  it('is played to its end with storage off, says why nothing was stored, and stores nothing', async () => {
    const test = await openTestStore();
    await writeRule(test.store, { moduleId: null, table: null, enabled: false, days: 1_095 });
    const sessions = sessionsOn(test);
    for (const turn of [
      await takePart(sessions, 'ann@example.com'),
      await takePart(sessions, 'ann@example.com'),
    ]) {
      expect(saidIn(turn)).toEqual(['You are taking part.']);
      expect(turn.trail).toHaveLength(3);
      for (const entry of turn.trail)
        expect(entry).toMatchObject({ stored: false, reason: 'workspace_off' });
    }
    for (const table of ['customers', 'participations', 'variables', 'runtime_log'] as const) {
      expect(countRows(test, table)).toBe(0);
    }
  });
});

describe('answers', () => {
  it('of one session run one after the other, however fast they come', async () => {
    const test = await openTestStore();
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(
      sessions,
      chain(asksEmail('a'), raffles('b'), asksEmail('c')),
    );
    const answers = await Promise.allSettled(
      ['a@example.com', 'b@example.com', 'c@example.com'].map((email) =>
        sessions.answer(sessionId, typed(email)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(answers[2]).toMatchObject({ reason: { code: 'chat.nothing_asked' } });
    expect(test.connection.prepare('select email from participations').pluck().all()).toEqual([
      'a@example.com',
    ]);
  });

  it('that do not fit are refused, and the session goes on where it was', async () => {
    const sessions = sessionsOn(await openTestStore());
    const { sessionId } = await startChat(sessions);
    await expect(sessions.answer(sessionId, typed('x'))).rejects.toThrow('chat.unexpected_answer');
    await expect(sessions.openLink(sessionId)).rejects.toThrow('chat.unexpected_answer');
    expect(await sessions.answer(sessionId, picked('red'))).toMatchObject({
      waitingModuleId: 'link',
    });
  });

  it('to a session that nobody knows, or that was forgotten, are refused', async () => {
    const sessions = sessionsOn(await openTestStore());
    const { sessionId } = await startChat(sessions);
    sessions.forget(sessionId);
    await expect(sessions.answer(sessionId, picked('red'))).rejects.toThrow(
      'chat.session_not_found',
    );
    await expect(sessions.openLink('nobody')).rejects.toThrow('chat.session_not_found');
  });
});

it('a jump into an experience that is not offered any more ends the chat, with all said before', async () => {
  const sessions = sessionsOn(await openTestStore());
  const turn = await startChat(sessions, chain(says('a', 'Hello'), jumps('b', 'visit', 'gone')));
  expect(saidIn(turn)).toEqual(['Hello']);
  expect(turn).toMatchObject({ ended: true, unavailable: true, prompt: null });
});

it('a chat that becomes too long ends, with all said and stored before', async () => {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const repeats = node('r', 'set_variables', {
    variables: [{ id: 'v', variable: 'long', text: ref('email').repeat(20) }],
  });
  const { sessionId } = await startChat(
    sessions,
    chain(asksEmail('a'), raffles('b'), repeats, says('c', ref('long').repeat(600))),
  );
  const turn = await sessions.answer(sessionId, typed('ann@example.com'));
  expect(turn).toMatchObject({ ended: true, tooLong: true, unavailable: false, prompt: null });
  expect(saidIn(turn)).toEqual(['You are taking part.']);
  expect(countRows(test, 'participations')).toBe(1);
  await expect(sessions.answer(sessionId, typed('x'))).rejects.toThrow('chat.nothing_asked');
});

describe('a failure of the store', () => {
  it('leaves the session where it was, and the same answer works when the store does', async () => {
    const test = await openTestStore();
    const real = createEffectStore(test.store);
    let isBroken = false;
    const sessions = sessionsOn(test, {
      store: {
        transact: (work) =>
          real.transact(async (...tools) => {
            const result = await work(...tools);
            if (isBroken) throw new AppError('workspace.disk_full');
            return result;
          }),
      },
    });
    const { sessionId } = await startChat(sessions, chain(asksEmail('a'), raffles('b')));
    isBroken = true;
    const failing = sessions.answer(sessionId, typed('ann@example.com'));
    await expect(failing).rejects.toThrow('workspace.disk_full');
    expect(countRows(test, 'participations') + countRows(test, 'customers')).toBe(0);
    isBroken = false;
    const again = await sessions.answer(sessionId, typed('ann@example.com'));
    expect(saidIn(again)).toEqual(['You are taking part.']);
    expect(countRows(test, 'participations')).toBe(1);
  });
});

describe('a link', () => {
  it('is not passed when the browser does not open, and can be tried again', async () => {
    let isBroken = true;
    const test = await openTestStore();
    const sessions = sessionsOn(test, {
      openLink: async () => {
        if (isBroken) throw new AppError('chat.link_refused');
      },
    });
    const { sessionId } = await startChat(sessions, chain(links('a'), says('b')));
    await expect(sessions.openLink(sessionId)).rejects.toThrow('chat.link_refused');
    expect(countRows(test, 'runtime_log')).toBe(0);
    isBroken = false;
    expect(await sessions.openLink(sessionId)).toMatchObject({ ended: true });
    expect(countRows(test, 'runtime_log')).toBe(1);
  });

  it('opens once for a double click', async () => {
    const opened: string[] = [];
    const test = await openTestStore();
    const sessions = sessionsOn(test, { openLink: async (url) => void opened.push(url) });
    const { sessionId } = await startChat(sessions, chain(links('a'), says('b')));
    await Promise.allSettled([sessions.openLink(sessionId), sessions.openLink(sessionId)]);
    expect(opened).toHaveLength(1);
    expect(countRows(test, 'runtime_log')).toBe(1);
  });

  it('carries what the participant said, without letting it change where it leads', async () => {
    const opened: string[] = [];
    const sessions = sessionsOn(await openTestStore(), {
      openLink: async (url) => void opened.push(url),
    });
    const draft = chain(asksEmail('a'), links('b', `https://example.com/?e=${ref('email')}`));
    const { sessionId } = await startChat(sessions, draft);
    await sessions.answer(sessionId, typed("o'neil+a@example.com"));
    await sessions.openLink(sessionId);
    expect(opened).toEqual(['https://example.com/?e=o%27neil%2Ba%40example.com']);
  });
});

describe('what cannot be played', () => {
  const refused = async (draft: Graph) => {
    const test = await openTestStore();
    await expect(startChat(sessionsOn(test), draft)).rejects.toThrow('chat.not_playable');
    return test;
  };

  it('is refused before anything is stored', async () => {
    await refused({ start: null, modules: [], edges: [] });
    await refused(chain(says('a', '')));
  });

  it('is cut when it never stops asking the store, and nothing of it stays', async () => {
    const test = await openTestStore();
    const sessions = sessionsOn(test);
    const draft = graph(
      [asksEmail('a'), raffles('b', { limit: 'unlimited' })],
      [edge('a', 'next', 'b'), edge('b', 'next', 'b')],
    );
    const { sessionId } = await startChat(sessions, draft);
    await expect(sessions.answer(sessionId, typed('ann@example.com'))).rejects.toThrow(
      'chat.not_playable',
    );
    expect(countRows(test, 'participations')).toBe(0);
  });
});

it('forgets the oldest of very many sessions, and keeps the newest', async () => {
  const sessions = sessionsOn(await openTestStore());
  const ids: string[] = [];
  for (let count = 0; count < 101; count++) {
    ids.push((await startChat(sessions, chain(offers('a', 'x')))).sessionId);
  }
  await expect(sessions.answer(ids[0] ?? '', picked('x'))).rejects.toThrow(
    'chat.session_not_found',
  );
  expect(await sessions.answer(ids[100] ?? '', picked('x'))).toMatchObject({ ended: true });
});

it('keeps sessions apart: each has its own variables', async () => {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const draft = chain(asksEmail('a'), says('b', `Hi ${ref('email')}`));
  const [one, two] = await Promise.all([startChat(sessions, draft), startChat(sessions, draft)]);
  await sessions.answer(one.sessionId, typed('one@example.com'));
  expect(saidIn(await sessions.answer(two.sessionId, typed('two@example.com')))).toEqual([
    'Hi two@example.com',
  ]);
  expect(countRows(test, 'variables')).toBe(2);
});

it('plays the draft that it was given, whatever becomes of it later', async () => {
  const sessions = sessionsOn(await openTestStore());
  const draft = lessonGraph();
  const { sessionId } = await startChat(sessions, draft);
  draft.edges.length = 0;
  expect(await sessions.answer(sessionId, picked('red'))).toMatchObject({
    waitingModuleId: 'link',
  });
});

describe('an address in what a chat says', () => {
  const text = `[a](https://a.example/?q=${ref('q')}) [b](http://b.example) [c](javascript:c) [d](https://d.example/)`;

  it('is opened as it is shown, and no other is', async () => {
    const opened: string[] = [];
    const test = await openTestStore();
    const sessions = sessionsOn(test, { openLink: async (url) => void opened.push(url) });
    const played = graph(
      [says('a', text), asksEmail('b', { why: '[e](https://e.example)' })],
      [edge('a', 'next', 'b')],
    );
    const place = { experienceId: 'x', experienceName: 'X', graph: played };
    const variables = { q: 'x) [e](https://evil.example' };
    const { sessionId } = await sessions.start({ ...place, channel: 'preview' }, { variables });
    await sessions.openAddress(sessionId, 'https://d.example/');
    await sessions.openAddress(sessionId, 'https://e.example/');
    expect(opened).toEqual(['https://d.example/', 'https://e.example/']);
    for (const address of [
      'https://evil.example/',
      'https://evil.example',
      'http://b.example/',
      'javascript:c',
      'https://d.example/other',
      'file:///etc/passwd',
    ]) {
      await expect(sessions.openAddress(sessionId, address)).rejects.toThrow('chat.link_refused');
    }
    const other = await sessions.start({ ...place, channel: 'kiosk' }, { variables });
    const onKiosk = sessions.openAddress(other.sessionId, 'https://d.example/');
    await expect(onKiosk).rejects.toThrow('chat.link_refused');
    expect(opened).toHaveLength(2);
  });

  it('is opened from a card and from the words of a sound, too', async () => {
    const opened: string[] = [];
    const test = await openTestStore();
    const sessions = sessionsOn(test, { openLink: async (url) => void opened.push(url) });
    const card = { id: 'c', title: 'C', text: '[t](https://t.example)', linkLabel: 'Go' };
    const said = node('a', 'message', {
      text: '',
      sound: `asset:${'a'.repeat(64)}`,
      soundTitle: 'S',
      soundText: '[s](https://s.example)',
      cards: [{ ...card, link: 'https://c.example/(1)' }],
    });
    const played = graph([said, asksEmail('b')], [edge('a', 'next', 'b')]);
    const { sessionId } = await sessions.start({
      ...{ experienceId: 'x', experienceName: 'X', graph: played },
      channel: 'preview',
    });
    const shown = ['https://t.example/', 'https://s.example/', 'https://c.example/%281%29'];
    for (const address of shown) await sessions.openAddress(sessionId, address);
    expect(opened).toEqual(shown);
  });
});
