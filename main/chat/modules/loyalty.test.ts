import { describe, expect, it } from 'vitest';
import { picked, stepOf, typed } from '../../../tests/support/chat';
import { asksEmail, edge, ends, graph, node } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { playAtOnce, saidIn, sessionsOn, startChat } from '../../../tests/support/play';
import { givePool } from '../../../tests/support/pools';
import { openTestStore } from '../../../tests/support/store';
import type { Outcome, StepContext } from '../engine/step';
import { moduleOf } from '.';

const BALANCE = `\${points_balance}`;
const variables = { email: 'Ann@Example.com' };

const earns = (settings = {}) =>
  node('earn', 'loyalty_points', {
    points: 60,
    reason: 'Visit',
    limit: 'unlimited',
    earned: `Now ${BALANCE}.`,
    already: `Still ${BALANCE}.`,
    ...settings,
  });
const spends = (points = 100) =>
  node('spend', 'loyalty_redemption', {
    points,
    reason: 'Mug',
    spent: `Left ${BALANCE}.`,
    tooFew: `Only ${BALANCE}.`,
  });
const rewards = node('rewards', 'loyalty_rewards', {
  question: `You have ${BALANCE}.`,
  rewards: [
    { id: 'pen', name: 'Pen', points: 50, text: 'Blue' },
    { id: 'mug', name: 'Mug', points: 100 },
  ],
  unit: 'points',
  skip: 'Not now',
});

const step = (
  module: ReturnType<typeof node>,
  outcome: Outcome | null,
  context: Partial<StepContext<unknown>> = {},
) =>
  stepOf(module, outcome ? { kind: 'outcome', ...outcome } : { kind: 'enter' }, {
    variables,
    ...context,
  });

describe('loyalty points', () => {
  it('are stored once in each period and address', () => {
    const keyOf = (limit: string, nowMs = NOW_MS) => {
      const result = step(earns({ limit }), null, { nowMs });
      return 'attempt' in result && result.attempt.kind === 'store' && result.attempt.uniqueKey;
    };
    expect(step(earns({ limit: 'once' }), null)).toMatchObject({
      attempt: {
        store: 'loyalty',
        row: { points: 60, remaining: 60, reason: 'Visit' },
        uniqueKey: '["module-1","ann@example.com","ever"]',
        onConflict: 'refuse',
      },
    });
    expect(keyOf('daily')).not.toBe(keyOf('daily', NOW_MS + DAY_MS));
    expect(keyOf('weekly')).toBe(keyOf('weekly', NOW_MS + DAY_MS));
    expect(keyOf('unlimited')).toBeUndefined();
  });

  it('are followed by the balance, whatever came of them', () => {
    for (const outcome of ['stored', 'refused', 'off'] as const) {
      expect(step(earns(), { outcome })).toEqual({
        attempt: { kind: 'look_up', lookup: { of: 'points' } },
        remember: { was: outcome },
      });
    }
    const found: Outcome = { outcome: 'found', value: 70 };
    const told = (was: string) => step(earns(), found, { memory: { was } });
    const set = { points_balance: '70' };
    expect(told('stored')).toMatchObject({ set, say: [`Now ${BALANCE}.`], go: 'next' });
    expect(told('refused')).toMatchObject({ set, say: [`Still ${BALANCE}.`], go: 'already' });
    expect(told('off')).toEqual({ set, go: 'next' });
  });

  it.each(['loyalty_points', 'loyalty_redemption'])('promise a limit (%s)', (type) => {
    expect(moduleOf(type)).toMatchObject({ givesOut: true, needs: ['email'] });
    expect(moduleOf(type)?.limits?.({})).toBe('loyalty');
  });
});

describe('loyalty redemption', () => {
  it('takes the points together with the row', () => {
    expect(step(spends(), null)).toEqual({
      attempt: {
        kind: 'store',
        store: 'loyalty',
        row: { points: -100, reason: 'Mug' },
        claim: { of: 'points', points: 100 },
      },
    });
    expect(step(spends(), { outcome: 'stored', value: 5 })).toMatchObject({
      set: { points_balance: '5' },
      say: [`Left ${BALANCE}.`],
      go: 'next',
    });
  });

  it('says what there is when it is too little, and spends nothing while storage is off', () => {
    const lookup = { attempt: { kind: 'look_up', lookup: { of: 'points' } } };
    expect(step(spends(), { outcome: 'refused', reason: 'exhausted' })).toEqual(lookup);
    expect(step(spends(), { outcome: 'off' })).toEqual(lookup);
    expect(step(spends(), { outcome: 'found', value: 40 })).toMatchObject({
      set: { points_balance: '40' },
      say: [`Only ${BALANCE}.`],
      go: 'too_few',
    });
  });
});

describe('loyalty rewards', () => {
  const chosen = (option: string, balance: string) =>
    stepOf(rewards, { kind: 'answer', answer: picked(option) }, { variables, memory: { balance } });

  it('shows all, and offers those that there are points for', () => {
    expect(step(rewards, null)).toEqual({ attempt: { kind: 'look_up', lookup: { of: 'points' } } });
    expect(step(rewards, { outcome: 'found', value: 50 })).toMatchObject({
      set: { points_balance: '50' },
      say: [`You have ${BALANCE}.`],
      ask: {
        kind: 'choice',
        look: 'cards',
        skip: 'Not now',
        options: [
          { id: 'pen', label: 'Pen', text: '50 points\nBlue', disabled: false },
          { id: 'mug', label: 'Mug', text: '100 points', disabled: true },
        ],
      },
      remember: { balance: '50' },
    });
    expect(step(rewards, { outcome: 'not_found' })).toMatchObject({
      ask: { options: [{ disabled: true }, { disabled: true }] },
    });
  });

  it('takes the branch of a reward that can be reached, and of no other', () => {
    expect(chosen('pen', '50')).toEqual({ set: { reward: 'Pen', 'reward.id': 'pen' }, go: 'pen' });
    expect(chosen('mug', '99')).toHaveProperty('ask');
    expect(chosen('nothing', '99')).toHaveProperty('ask');
    const skipped = stepOf(
      rewards,
      { kind: 'answer', answer: { kind: 'skip' } },
      { variables, memory: { balance: '0' } },
    );
    expect(skipped).toEqual({ go: 'skip' });
  });
});

describe('points on the database', () => {
  const flow = (module: ReturnType<typeof node>, ...branches: string[]) =>
    graph(
      [asksEmail('email'), module, ends('end', 'End.')],
      [
        edge('email', 'next', module.id),
        ...branches.map((branch) => edge(module.id, branch, 'end')),
      ],
    );
  type Test = Awaited<ReturnType<typeof openTestStore>>;
  const visit = async (
    test: Test,
    module: ReturnType<typeof node>,
    { email = 'ann@example.com', nowMs = NOW_MS } = {},
  ) => {
    const sessions = sessionsOn(test, { nowMs: () => nowMs });
    const { sessionId } = await startChat(sessions, flow(module, 'next', 'already', 'too_few'));
    return saidIn(await sessions.answer(sessionId, typed(email)))[0];
  };

  it('add up, per person', async () => {
    const test = await openTestStore();
    expect(await visit(test, earns())).toBe('Now 60.');
    expect(await visit(test, earns(), { email: ' ANN@example.com' })).toBe('Now 120.');
    expect(await visit(test, earns(), { email: 'bob@example.com' })).toBe('Now 60.');
    expect(await visit(test, earns({ limit: 'once' }))).toBe('Now 180.');
    expect(await visit(test, earns({ limit: 'once' }))).toBe('Still 180.');
  });

  it('are never spent twice, by however many sessions at the same time', async () => {
    const test = await openTestStore();
    for (let visits = 0; visits < 5; visits++) await visit(test, earns());
    const said = await playAtOnce(test, 12, async (sessions) => {
      const { sessionId } = await startChat(sessions, flow(spends(), 'next', 'too_few'));
      return sessions.answer(sessionId, typed('ann@example.com'));
    });
    expect(said.filter(([first]) => first?.startsWith('Left'))).toHaveLength(3);
    expect(said.filter(([first]) => first === 'Only 0.')).toHaveLength(9);
    const left = 'select sum(remaining) from loyalty';
    expect(test.connection.prepare(left).pluck().get()).toBe(0);
  });

  it('that expire take nothing from those earned later, whatever was spent of them', async () => {
    const test = await openTestStore();
    const day = (number: number) => ({ nowMs: NOW_MS + number * DAY_MS });
    await visit(test, earns({ points: 100 }), day(0));
    expect(await visit(test, spends(100), day(300))).toBe('Left 0.');
    expect(await visit(test, earns({ points: 50 }), day(310))).toBe('Now 50.');
    expect(await visit(test, spends(20), day(400))).toBe('Left 30.');
    expect(await visit(test, spends(31), day(400))).toBe('Only 30.');
    expect(await visit(test, spends(1), day(310 + 365))).toBe('Only 0.');
  });

  it('that expire first are spent first', async () => {
    const test = await openTestStore();
    const day = (number: number) => ({ nowMs: NOW_MS + number * DAY_MS });
    await visit(test, earns({ points: 60 }), day(0));
    await visit(test, earns({ points: 60 }), day(100));
    expect(await visit(test, spends(100), day(200))).toBe('Left 20.');
    expect(await visit(test, earns({ points: 1 }), day(366))).toBe('Now 21.');
  });
});

describe('points of codes', () => {
  const asksCode = node('code', 'code_entry', {
    pool: 'pool',
    question: 'Your code?',
    valid: 'Valid.',
    invalid: 'Unknown.',
    used: 'Used.',
    noAttempts: 'No attempts left.',
    goOn: 'Continue',
  });

  it('are given as often as the code may be used, and not again on the way back', async () => {
    const test = await openTestStore();
    givePool(test, [
      ['FIFTY', 1, 50],
      ['SEVEN', 2, 7],
      ['NONE', 1, 0],
    ]);
    const flow = graph(
      [
        asksEmail('email'),
        asksCode,
        earns({ worth: 'code' }),
        { ...earns({ worth: 'code' }), id: 'again' },
        ends('end', 'Bye.'),
        ends('used', 'Bye.'),
      ],
      [
        edge('email', 'next', 'code'),
        edge('code', 'next', 'earn'),
        edge('earn', 'next', 'again'),
        edge('again', 'next', 'end'),
        edge('code', 'used', 'used'),
        edge('code', 'invalid', 'used'),
      ],
    );
    const sessions = sessionsOn(test);
    const enter = async (code: string) => {
      const { sessionId } = await startChat(sessions, flow);
      await sessions.answer(sessionId, typed('ann@example.com'));
      return saidIn(await sessions.answer(sessionId, typed(code)));
    };
    expect(await enter('fifty')).toEqual(['Valid.', 'Now 50.', 'Bye.']);
    expect(await enter('seven')).toContain('Now 57.');
    expect(await enter('seven')).toContain('Now 64.');
    expect(await enter('none')).toEqual(['Valid.', 'Bye.']);
    expect(await enter('fifty')).toContain('Used.');
    const rows = test.connection.prepare('select points, remaining from loyalty order by id').all();
    expect(rows).toEqual([50, 7, 7].map((points) => ({ points, remaining: points })));
  });
});
