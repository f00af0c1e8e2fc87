import { describe, expect, it } from 'vitest';
import { confirmed, stepOf, typed } from '../../../../tests/support/chat';
import { edge, ends, graph, node } from '../../../../tests/support/graphs';
import { playAtOnce, saidIn, sessionsOn, startChat } from '../../../../tests/support/play';
import { givePool } from '../../../../tests/support/pools';
import { openTestStore } from '../../../../tests/support/store';
import { writeRule } from '../../../vault/retention/rules';
import type { Outcome } from '../../engine/step';
import { moduleOf } from '..';

const asks = (settings = {}) =>
  node('code', 'code_entry', {
    pool: 'pool',
    question: 'Your code?',
    valid: 'Valid.',
    invalid: 'Unknown.',
    used: 'Used.',
    noAttempts: 'No attempts left.',
    goOn: 'Continue',
    attempts: 2,
    ...settings,
  });
const prompt = { kind: 'text', format: 'code', placeholder: '', autocomplete: 'off' };
const made = (attempts: number) => ({ variables: { code_attempts: String(attempts) } });
const heard = (outcome: Outcome, attempts = 0) =>
  stepOf(asks(), { kind: 'outcome', ...outcome }, { memory: { typed: 'abc' }, ...made(attempts) });

describe('code entry', () => {
  it('asks, with a way past the question where there is one', () => {
    expect(stepOf(asks(), { kind: 'enter' })).toMatchObject({ say: ['Your code?'], ask: prompt });
    expect(stepOf(asks({ skip: 'No code' }), { kind: 'enter' })).toMatchObject({
      ask: { skip: 'No code' },
    });
    const skipped = stepOf(asks({ skip: 'No code' }), { kind: 'answer', answer: { kind: 'skip' } });
    expect(skipped).toEqual({ go: 'skip' });
  });

  it('leaves it to the database whether the code is valid', () => {
    expect(stepOf(asks(), { kind: 'answer', answer: typed('abc-1') })).toMatchObject({
      attempt: {
        store: 'codes',
        row: { action: 'entered' },
        claim: { of: 'code_use', poolId: 'pool', code: 'abc-1' },
        valueInto: 'code',
      },
    });
  });

  it('takes the code as the pool has it, and forgets the attempts', () => {
    expect(heard({ outcome: 'stored', value: 'ABC-1' }, 1)).toMatchObject({
      set: { code: 'ABC-1', code_attempts: '0' },
      say: ['Valid.'],
      go: 'next',
    });
  });

  it('keeps what the code is worth, but nothing of one whose use is not counted', () => {
    const stored = heard({ outcome: 'stored', value: 'ABC-1', points: 50 });
    expect(stored).toMatchObject({ set: { code_points: '50' } });
    expect(heard({ outcome: 'found', value: 'ABC-1' })).toMatchObject({
      set: { code_points: '0' },
    });
  });

  it('asks again while attempts are left, and then takes the branch of what was wrong', () => {
    const unknown: Outcome = { outcome: 'refused', reason: 'unknown' };
    const used: Outcome = { outcome: 'refused', reason: 'exhausted' };
    expect(heard(unknown)).toMatchObject({
      say: ['Unknown.'],
      set: { code_attempts: '1' },
      ask: prompt,
    });
    expect(heard(used)).toMatchObject({ say: ['Used.'], ask: prompt });
    expect(heard(unknown, 1)).toMatchObject({ say: ['Unknown.'], go: 'invalid' });
    expect(heard(used, 1)).toMatchObject({ say: ['Used.'], go: 'used' });
  });

  it('gives no new attempts to a chat that comes back', () => {
    const again = stepOf(asks(), { kind: 'enter' }, made(2));
    expect(again).toEqual({
      say: ['No attempts left.'],
      ask: { kind: 'confirm', label: 'Continue', terms: '' },
    });
    expect(stepOf(asks(), { kind: 'answer', answer: confirmed() }, made(2))).toEqual({
      go: 'invalid',
    });
    expect(stepOf(asks(), { kind: 'enter' }, made(1))).toHaveProperty('ask.kind', 'text');
  });

  it('while storage is off knows codes, but not whether they were used', () => {
    expect(heard({ outcome: 'off' })).toEqual({
      attempt: { kind: 'look_up', lookup: { of: 'code', poolId: 'pool', code: 'abc' } },
    });
    expect(heard({ outcome: 'found', value: 'ABC' })).toMatchObject({ go: 'next' });
    expect(heard({ outcome: 'not_found' })).toMatchObject({ say: ['Unknown.'] });
    expect(moduleOf('code_entry')?.limits?.({})).toBe('codes');
  });
});

const flow = (settings = {}) =>
  graph(
    [asks(settings), ends('in', 'In.'), ends('out', 'Out.')],
    [edge('code', 'next', 'in'), edge('code', 'invalid', 'out')],
  );

describe('code entry on the database', () => {
  it('takes a code however it is typed, and keeps it as the pool has it', async () => {
    const test = await openTestStore();
    givePool(test, ['ABCD-1234']);
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(sessions, flow());
    expect(saidIn(await sessions.answer(sessionId, typed(' abcd \u2013 1234')))).toEqual([
      'Valid.',
      'In.',
    ]);
    expect(test.connection.prepare('select action, code, pool_name from codes').all()).toEqual([
      { action: 'entered', code: 'ABCD-1234', pool_name: 'Summer codes' },
    ]);
  });

  it('takes codes that differ only in letter case for one, as they were imported before', async () => {
    const test = await openTestStore();
    givePool(test, ['abc', 'ABC']);
    const use = async (code: string) => {
      const sessions = sessionsOn(test);
      const { sessionId } = await startChat(sessions, flow());
      return saidIn(await sessions.answer(sessionId, typed(code)))[0];
    };
    expect(await use('ABC')).toBe('Valid.');
    expect(await use('ABC')).toBe('Used.');
    expect(await use('abc')).toBe('Used.');
  });

  it('lets a code be used as often as it may, by however many at the same time', async () => {
    const test = await openTestStore();
    givePool(test, [['THREE', 3]]);
    const said = await playAtOnce(test, 20, async (sessions) => {
      const { sessionId } = await startChat(sessions, flow());
      return sessions.answer(sessionId, typed('three'));
    });
    expect(said.filter(([first]) => first === 'Valid.')).toHaveLength(3);
    expect(said.filter(([first]) => first === 'Used.')).toHaveLength(17);
  });

  it('knows no code of an import that is not finished', async () => {
    const test = await openTestStore();
    givePool(test, ['ONE', 'TWO']);
    test.connection.exec('update code_pools set size = 1');
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(sessions, flow());
    expect(saidIn(await sessions.answer(sessionId, typed('two')))).toEqual(['Unknown.']);
  });

  it('checks codes also while storage is off', async () => {
    const test = await openTestStore();
    givePool(test, ['ONE']);
    await writeRule(test.store, { moduleId: null, table: null, enabled: false, days: 100 });
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(sessions, flow());
    expect(saidIn(await sessions.answer(sessionId, typed('other')))).toEqual(['Unknown.']);
    expect(saidIn(await sessions.answer(sessionId, typed('one')))).toEqual(['Valid.', 'In.']);
  });
});
