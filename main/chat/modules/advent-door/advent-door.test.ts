import { describe, expect, it } from 'vitest';
import { confirmed, stepOf } from '../../../../tests/support/chat';
import { edge, ends, graph, node } from '../../../../tests/support/graphs';
import { saidIn, sessionsOn, startChat } from '../../../../tests/support/play';
import { countRows, openTestStore } from '../../../../tests/support/store';
import type { StepContext } from '../../engine/step';
import { moduleOf } from '..';

const PICTURE = 'data:image/png;base64,AAAA';
const calendar = (settings = {}) =>
  node('door', 'advent_door', {
    doors: [
      { id: 'd1', day: 1, text: 'A star' },
      { id: 'd4', day: 4, text: 'A bell', image: PICTURE },
    ],
    title: 'Door',
    intro: `Door \${door}`,
    open: 'Open',
    already: 'Opened.',
    tooEarly: 'Too early.',
    over: 'Over.',
    ...settings,
  });
const at = (instant: string) => ({ nowMs: Date.parse(instant) });
const enter = (instant: string, settings = {}) =>
  stepOf(calendar(settings), { kind: 'enter' }, at(instant));
const open = (context: Partial<StepContext<unknown>> = {}, memory = { door: 'd4', year: '2026' }) =>
  stepOf(calendar(), { kind: 'answer', answer: confirmed() }, { memory, ...context });
const keyOf = (result: ReturnType<typeof open>) =>
  'attempt' in result && result.attempt.kind === 'store' && result.attempt.uniqueKey;

describe('the door of an advent calendar', () => {
  it('is the one of the day in its zone', () => {
    expect(enter('2026-12-04T10:00:00Z')).toEqual({
      set: { door: '4' },
      say: [`Door \${door}`],
      ask: { kind: 'confirm', label: 'Open', terms: '' },
      remember: { door: 'd4', year: '2026' },
    });
    expect(enter('2026-12-03T23:00:00Z')).toMatchObject({ remember: { door: 'd4' } });
    expect(enter('2026-12-03T22:59:00Z')).toMatchObject({ go: 'too_early' });
    const newYork = { timeZone: 'America/New_York' };
    expect(enter('2026-12-05T04:59:00Z', newYork)).toMatchObject({ remember: { door: 'd4' } });
  });

  it.each([
    ['2026-11-23T10:00:00Z', 'too_early'],
    ['2026-12-02T10:00:00Z', 'too_early'],
    ['2026-12-05T10:00:00Z', 'over'],
    ['2026-12-31T10:00:00Z', 'over'],
    ['2027-01-01T10:00:00Z', 'too_early'],
  ])('is closed at %s: %s', (instant, branch) => {
    expect(enter(instant)).toMatchObject({ go: branch });
  });

  it('opens once for each address or session, in each year', () => {
    const ann = { variables: { email: 'Ann@Example.com' } };
    expect(open(ann)).toMatchObject({
      attempt: {
        store: 'participations',
        row: { giveaway_id: 'd4', giveaway_name: 'Door 4', participation_id: 'id-1' },
        onConflict: 'refuse',
      },
    });
    expect(keyOf(open(ann))).toBe(keyOf(open({ ...ann, sessionId: 'other' })));
    expect(keyOf(open())).not.toBe(keyOf(open({ sessionId: 'other' })));
    expect(keyOf(open(ann))).not.toBe(keyOf(open(ann, { door: 'd1', year: '2026' })));
    expect(keyOf(open(ann))).not.toBe(keyOf(open(ann, { door: 'd4', year: '2027' })));
  });

  it('shows its picture and its text, or that it has been opened', () => {
    const heard = (outcome: 'stored' | 'off' | 'refused') =>
      stepOf(calendar(), { kind: 'outcome', outcome }, { memory: { door: 'd4', year: '2026' } });
    for (const outcome of ['stored', 'off'] as const) {
      expect(heard(outcome)).toMatchObject({
        say: [{ kind: 'image', image: PICTURE }, 'A bell'],
        go: 'next',
      });
    }
    expect(heard('refused')).toMatchObject({ say: ['Opened.'], go: 'already' });
    expect(moduleOf('advent_door')?.limits?.({})).toBe('participations');
  });

  it('refuses two doors of one day, and days that have none', () => {
    const doors =
      (...days: number[]) =>
      () =>
        enter('2026-12-04T10:00:00Z', {
          doors: days.map((day, index) => ({ id: `d${index}`, day, text: 'T' })),
        });
    expect(doors(4, 4)).toThrow();
    expect(doors(0)).toThrow();
    expect(doors(25)).toThrow();
    expect(doors(...Array.from({ length: 24 }, (_, index) => index + 1))).not.toThrow();
  });

  it('is played on the database: once in a session, and again by the next', async () => {
    const test = await openTestStore();
    const sessions = sessionsOn(test, {
      nowMs: () => Date.parse('2026-12-04T10:00:00Z'),
    });
    const flow = graph([calendar(), ends('end', 'Bye')], [edge('door', 'next', 'door')]);
    const { sessionId } = await startChat(sessions, flow);
    expect(saidIn(await sessions.answer(sessionId, confirmed()))).toEqual(['', 'A bell', 'Door 4']);
    expect(saidIn(await sessions.answer(sessionId, confirmed()))).toEqual(['Opened.']);
    const next = await startChat(sessions, flow);
    expect(saidIn(await sessions.answer(next.sessionId, confirmed()))).toContain('A bell');
    expect(countRows(test, 'participations')).toBe(2);
  });
});
