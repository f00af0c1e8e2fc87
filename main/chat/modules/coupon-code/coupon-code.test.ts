import { describe, expect, it } from 'vitest';
import { stepOf, typed } from '../../../../tests/support/chat';
import { asksEmail, edge, ends, graph, node } from '../../../../tests/support/graphs';
import { NOW_MS } from '../../../../tests/support/now';
import { playAtOnce, saidIn, sessionsOn, startChat } from '../../../../tests/support/play';
import { givePool } from '../../../../tests/support/pools';
import { openTestStore } from '../../../../tests/support/store';
import type { Outcome, StepContext } from '../../engine/step';
import { moduleOf } from '..';
import { canEncode } from './symbology';

const gives = (settings = {}) =>
  node('coupon', 'coupon_code', {
    pool: 'pool',
    success: 'Here:',
    again: 'Again:',
    empty: 'None left.',
    copy: 'Copy',
    ...settings,
  });
const heard = (outcome: Outcome, settings = {}) =>
  stepOf(gives(settings), { kind: 'outcome', ...outcome });
const keyOf = (context: Partial<StepContext<unknown>>, settings = {}) => {
  const result = stepOf(gives(settings), { kind: 'enter' }, context);
  return 'attempt' in result && result.attempt.kind === 'store'
    ? result.attempt.uniqueKey
    : undefined;
};

describe('coupon code', () => {
  it('takes the next code of the pool together with the row', () => {
    expect(stepOf(gives(), { kind: 'enter' })).toMatchObject({
      attempt: {
        store: 'codes',
        row: { action: 'issued' },
        claim: { of: 'next_code', poolId: 'pool' },
        valueInto: 'code',
        onConflict: 'refuse',
      },
    });
  });

  it('shows the code as a text, a QR code or a barcode', () => {
    const text = `\${coupon_code}`;
    expect(heard({ outcome: 'stored', value: 'A1' })).toMatchObject({
      set: { coupon_code: 'A1' },
      say: ['Here:', { kind: 'copy', text, label: 'Copy' }],
      go: 'next',
    });
    expect(heard({ outcome: 'stored', value: 'A1' }, { show: 'qrcode' })).toMatchObject({
      say: ['Here:', { kind: 'code', text, symbology: 'qrcode' }],
    });
  });

  it('shows what is no barcode as a text', () => {
    const shownAs = (value: string) => heard({ outcome: 'stored', value }, { show: 'ean13' });
    expect(shownAs('4006381333931')).toHaveProperty('say.1.kind', 'code');
    expect(shownAs('4006381333932')).toHaveProperty('say.1.kind', 'copy');
    expect(shownAs('ABC')).toHaveProperty('say.1.kind', 'copy');
  });

  it('shows the same code again to who has one', () => {
    const duplicate = heard({ outcome: 'refused', reason: 'duplicate' });
    const uniqueKey = keyOf({});
    expect(duplicate).toEqual({
      attempt: { kind: 'look_up', lookup: { of: 'issued_code', uniqueKey } },
    });
    expect(heard({ outcome: 'found', value: 'A1' })).toMatchObject({
      set: { coupon_code: 'A1' },
      say: ['Again:', { kind: 'copy' }],
      go: 'next',
    });
  });

  it('says when none is left, also while storage is off', () => {
    for (const outcome of [
      { outcome: 'refused', reason: 'exhausted' },
      { outcome: 'off' },
      { outcome: 'not_found' },
    ] as const) {
      expect(heard(outcome)).toMatchObject({ say: ['None left.'], go: 'empty' });
    }
    expect(moduleOf('coupon_code')).toMatchObject({ givesOut: true });
    expect(moduleOf('coupon_code')?.limits?.({})).toBe('codes');
  });

  it('counts the address, and where there is none the session, once in each period', () => {
    const ann = { variables: { email: 'Ann@Example.com' } };
    expect(keyOf(ann)).toBe(keyOf({ variables: { email: 'ann@example.com' }, sessionId: 'b' }));
    expect(keyOf({})).not.toBe(keyOf({ sessionId: 'b' }));
    const daily = (nowMs: number) => keyOf({ ...ann, nowMs }, { limit: 'daily' });
    expect(daily(NOW_MS)).not.toBe(daily(NOW_MS + 86_400_000));
    expect(keyOf(ann, { limit: 'unlimited' })).toBeUndefined();
  });
});

describe('a scannable code', () => {
  it.each([
    ['4006381333931', 'ean13', true],
    ['4006381333930', 'ean13', false],
    ['400638133393', 'ean13', false],
    ['400638133393X', 'ean13', false],
    ['ABC-123 xyz', 'code128', true],
    ['Grüße', 'code128', false],
    ['', 'code128', false],
    ['A'.repeat(49), 'code128', false],
    ['Grüße 🎁', 'qrcode', true],
  ] as const)('of %j as %s: %s', (text, symbology, expected) => {
    expect(canEncode(text, symbology)).toBe(expected);
  });
});

describe('coupon codes on the database', () => {
  const flow = graph(
    [asksEmail('email'), gives(), ends('end', `Bye \${coupon_code}`)],
    [edge('email', 'next', 'coupon'), edge('coupon', 'next', 'end')],
  );
  const codes = Array.from({ length: 10 }, (_, index) => `CODE-${index}`);

  it('give every address one of its own, until none is left', async () => {
    const test = await openTestStore();
    givePool(test, codes);
    const said = await playAtOnce(test, 25, async (sessions, index) => {
      const { sessionId } = await startChat(sessions, flow);
      return sessions.answer(sessionId, typed(`p${index}@example.com`));
    });
    const given = said.filter(([first]) => first === 'Here:').map((each) => each[1]);
    expect(given.toSorted()).toEqual(codes);
    expect(said.filter(([first]) => first === 'None left.')).toHaveLength(15);
    const pool = 'select distinct pool_name from codes';
    expect(test.connection.prepare(pool).pluck().all()).toEqual(['Summer codes']);
  });

  it('give one address the same code again, and use up only that one', async () => {
    const test = await openTestStore();
    givePool(test, codes);
    const said = await playAtOnce(test, 8, async (sessions) => {
      const { sessionId } = await startChat(sessions, flow);
      return sessions.answer(sessionId, typed('ann@example.com'));
    });
    expect(said.filter(([first]) => first === 'Here:')).toHaveLength(1);
    expect(said.filter(([first]) => first === 'Again:')).toHaveLength(7);
    expect(new Set(said.map((each) => each[1]))).toEqual(new Set(['CODE-0']));
    expect(test.connection.prepare('select taken from counters').pluck().all()).toEqual([1]);
  });

  it('that look like a template are shown as they are', async () => {
    const test = await openTestStore();
    givePool(test, [`\${email}`]);
    const sessions = sessionsOn(test);
    const { sessionId } = await startChat(sessions, flow);
    const turn = await sessions.answer(sessionId, typed('ann@example.com'));
    expect(saidIn(turn)).toEqual(['Here:', `\${email}`, `Bye \${email}`]);
  });
});
