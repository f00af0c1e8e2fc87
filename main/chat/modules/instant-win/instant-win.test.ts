import { describe, expect, it } from 'vitest';
import { confirmed, stepOf, typed } from '../../../../tests/support/chat';
import { asksEmail, chain, edge, ends, graph, node } from '../../../../tests/support/graphs';
import { playAtOnce, saidIn, sessionsOn, startChat } from '../../../../tests/support/play';
import { countRows, openTestStore } from '../../../../tests/support/store';
import { writeRule } from '../../../vault/retention/rules';
import type { StepContext, StepEvent } from '../../engine/step';
import type { Sessions } from '../../sessions/sessions';
import { moduleOf } from '..';

const WORDS = {
  play: 'Play',
  won: `Won: \${prize_name}`,
  lost: 'Lost.',
  already: 'Played already.',
  termsRefused: 'Please accept.',
};
const plays = (settings: object) => node('win', 'instant_win', { ...WORDS, ...settings });
const percent = (value: number, more = {}) => ({ id: 'mug', name: 'Mug', percent: value, ...more });
const at = (...moments: string[]) => ({
  id: 'car',
  name: 'Car',
  by: 'moments',
  moments: moments.map((moment, index) => ({ id: `m${index}`, at: moment })),
});

const played = (settings: object, context: Partial<StepContext<unknown>> = {}) =>
  stepOf(plays(settings), { kind: 'answer', answer: confirmed() }, context);
const heard = (event: Omit<StepEvent & { kind: 'outcome' }, 'kind'>, prizes = 'mug') =>
  stepOf(
    plays({ prizes: [percent(10), { id: 'pen', name: 'Pen', percent: 5 }] }),
    { kind: 'outcome', ...event },
    { memory: { prizes } },
  );
const rowOf = (result: ReturnType<typeof played>) =>
  'attempt' in result && result.attempt.kind === 'store' ? result.attempt.row : null;

describe('instant win', () => {
  it('offers to play, and refuses without the terms', () => {
    const module = plays({ prizes: [percent(100)], terms: 'No recourse.', intro: 'Luck!' });
    const ask = { kind: 'confirm', label: 'Play', terms: 'No recourse.' };
    expect(stepOf(module, { kind: 'enter' })).toEqual({ say: ['Luck!'], ask });
    const refused = stepOf(module, { kind: 'answer', answer: confirmed(false) });
    expect(refused).toEqual({ say: ['Please accept.'], ask: { ...ask, isUnticked: true } });
  });

  it('wins by a chance in percent', () => {
    const withLuck = (random: number) =>
      rowOf(played({ prizes: [percent(10)] }, { random: () => random }));
    expect(withLuck(0.0999)).toMatchObject({ result: 'won', prize_name: 'Mug', prize_id: 'mug' });
    expect(withLuck(0.1)).toEqual({ result: 'lost' });
    expect(rowOf(played({ prizes: [percent(0)] }, { random: () => 0 }))).toEqual({
      result: 'lost',
    });
    expect(rowOf(played({ prizes: [percent(100)] }, { random: () => 0.999_999 }))).toMatchObject({
      result: 'won',
    });
  });

  it('wins by a chance of one in many', () => {
    const prizes = [{ id: 'a', name: 'A', by: 'one_in', oneIn: 1000 }];
    const withLuck = (random: number) => rowOf(played({ prizes }, { random: () => random }));
    expect(withLuck(0.000_99)).toMatchObject({ result: 'won' });
    expect(withLuck(0.001)).toEqual({ result: 'lost' });
  });

  it('adds the chances of several prizes up, and refuses more than a hundred percent', () => {
    const prizes = [percent(10), { id: 'pen', name: 'Pen', percent: 20 }];
    const withLuck = (random: number) => rowOf(played({ prizes }, { random: () => random }));
    expect(withLuck(0.05)).toMatchObject({ prize_id: 'mug' });
    expect(withLuck(0.1)).toMatchObject({ prize_id: 'pen' });
    expect(withLuck(0.299)).toMatchObject({ prize_id: 'pen' });
    expect(withLuck(0.301)).toEqual({ result: 'lost' });
    expect(() => played({ prizes: [percent(60), { ...percent(50), id: 'b' }] })).toThrow();
  });

  it('takes the stock together with the row', () => {
    const stocked = played({ prizes: [percent(100, { stock: 3 })] });
    const claim = { of: 'counter', counter: 'prize module-1 mug', limit: 3 };
    expect(stocked).toMatchObject({ attempt: { claim } });
    expect(played({ prizes: [percent(100)] })).not.toHaveProperty('attempt.claim');
  });

  it('wins by the moments that have come, in the zone of the module', () => {
    const on = (instant: string, timeZone = '') =>
      played(
        { prizes: [at('2026-12-04T18:30', '2026-12-04T12:00', '')], timeZone },
        { nowMs: Date.parse(instant) },
      );
    expect(rowOf(on('2026-12-04T10:59:00Z'))).toEqual({ result: 'lost' });
    const names = (result: ReturnType<typeof on>) =>
      'attempt' in result && result.attempt.kind === 'store' && result.attempt.claim;
    const m1 = 'prize module-1 car m1';
    expect(names(on('2026-12-04T11:00:00Z'))).toEqual({ of: 'one_of', names: [m1] });
    expect(names(on('2026-12-04T17:30:00Z'))).toEqual({
      of: 'one_of',
      names: [m1, 'prize module-1 car m0'],
    });
    expect(rowOf(on('2026-12-04T16:59:00Z', 'America/New_York'))).toEqual({ result: 'lost' });
    expect(() => played({ prizes: [at('')] })).toThrow();
  });

  it('tries the next prize when one is gone, and loses after the last', () => {
    expect(heard({ outcome: 'refused', reason: 'exhausted' }, 'mug pen')).toMatchObject({
      attempt: { row: { result: 'won', prize_id: 'pen' } },
      remember: { prizes: 'pen' },
    });
    expect(heard({ outcome: 'refused', reason: 'exhausted' })).toMatchObject({
      attempt: { row: { result: 'lost' } },
      remember: { prizes: '' },
    });
  });

  it('says what came of it, each on its branch', () => {
    expect(heard({ outcome: 'stored', value: 1 })).toMatchObject({
      set: { prize_name: 'Mug' },
      say: [WORDS.won],
      go: 'won',
    });
    expect(heard({ outcome: 'stored' }, '')).toMatchObject({ say: ['Lost.'], go: 'lost' });
    expect(heard({ outcome: 'refused', reason: 'duplicate' })).toMatchObject({
      say: ['Played already.'],
      go: 'already',
    });
  });

  it('lets nobody win while storage is off, and says that it promises a limit', () => {
    expect(heard({ outcome: 'off' })).toMatchObject({ say: ['Lost.'], go: 'lost' });
    expect(moduleOf('instant_win')?.limits?.({})).toBe('instant_wins');
  });

  it('counts the address, and where there is none the session', () => {
    const key = (context: Partial<StepContext<unknown>>, limit = 'once') => {
      const result = played({ prizes: [percent(0)], limit }, context);
      return 'attempt' in result && result.attempt.kind === 'store'
        ? result.attempt.uniqueKey
        : undefined;
    };
    const ann = { variables: { email: 'Ann@Example.com' } };
    expect(key(ann)).toBe(key({ variables: { email: ' ann@example.com' }, sessionId: 'other' }));
    expect(key({})).not.toBe(key({ sessionId: 'other' }));
    expect(key({}, 'daily')).not.toBe(key({ nowMs: Date.parse('2030-01-01') }, 'daily'));
    expect(key(ann, 'unlimited')).toBeUndefined();
  });
});

const flow = (settings: object) =>
  graph(
    [asksEmail('email'), plays(settings), ends('won', 'W'), ends('lost', 'L'), ends('again', 'A')],
    [
      edge('email', 'next', 'win'),
      edge('win', 'won', 'won'),
      edge('win', 'lost', 'lost'),
      edge('win', 'already', 'again'),
    ],
  );

describe('instant win on the database', () => {
  const play =
    (settings: object, who: (index: number) => string) =>
    async (sessions: Sessions, index: number) => {
      const { sessionId } = await startChat(sessions, flow(settings));
      await sessions.answer(sessionId, typed(who(index)));
      return sessions.answer(sessionId, confirmed());
    };
  const count = (said: string[][], word: string) =>
    said.filter((each) => each.includes(word)).length;

  it('never sells more than the stock, however many play at the same time', async () => {
    const test = await openTestStore();
    const everyone = play({ prizes: [percent(100, { stock: 5 })] }, (n) => `p${n}@example.com`);
    const said = await playAtOnce(test, 40, everyone);
    expect(count(said, 'Won: Mug')).toBe(5);
    expect(count(said, 'Lost.')).toBe(35);
    const won = `select count(*) from instant_wins where result = 'won'`;
    expect(test.connection.prepare(won).pluck().get()).toBe(5);
    expect(countRows(test, 'instant_wins')).toBe(40);
  });

  it('gives each winning moment to one participant, the first after it', async () => {
    const test = await openTestStore();
    const settings = { prizes: [at('2026-12-04T12:00', '2026-12-05T12:00')] };
    const on = async (day: string) => {
      const nowMs = () => Date.parse(`${day}T12:00:00Z`);
      const everyone = play(settings, (n) => `${day}-${n}@example.com`);
      return count(await playAtOnce(test, 10, everyone, { nowMs }), 'Won: Car');
    };
    expect(await on('2026-12-03')).toBe(0);
    expect(await on('2026-12-04')).toBe(1);
    expect(await on('2026-12-06')).toBe(1);
    expect(await on('2026-12-07')).toBe(0);
  });

  it('gives all moments that have passed, but each only once', async () => {
    const test = await openTestStore();
    const settings = { prizes: [at('2026-07-01T12:00', '2026-07-02T12:00', '2026-07-03T12:00')] };
    const said = await playAtOnce(
      test,
      20,
      play(settings, (n) => `p${n}@example.com`),
    );
    expect(count(said, 'Won: Car')).toBe(3);
  });

  it('plays one address once', async () => {
    const test = await openTestStore();
    const everyone = play({ prizes: [percent(100, { stock: 9 })] }, () => 'ann@example.com');
    const said = await playAtOnce(test, 10, everyone);
    expect(count(said, 'Won: Mug')).toBe(1);
    expect(count(said, 'Played already.')).toBe(9);
    expect(test.connection.prepare('select taken from counters').pluck().get()).toBe(1);
  });

  it('gives nothing away while storage is off', async () => {
    const test = await openTestStore();
    await writeRule(test.store, { moduleId: null, table: null, enabled: false, days: 100 });
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(sessions, chain(plays({ prizes: [percent(100)] })));
    expect(saidIn(await sessions.answer(sessionId, confirmed()))).toEqual(['Lost.']);
    expect(test.connection.prepare('select count(*) from counters').pluck().get()).toBe(0);
  });
});
