import { describe, expect, it } from 'vitest';
import { confirmed, stepOf, typed } from '../../../../tests/support/chat';
import { raffles } from '../../../../tests/support/graphs';
import type { StepContext, StepResult } from '../../engine/step';
import { moduleOf } from '..';

const variables = { email: 'Ann@Example.com' };
const enter = (settings = {}, context: Partial<StepContext<unknown>> = {}): StepResult =>
  stepOf(raffles('a', settings), { kind: 'enter' }, { variables, ...context });

function keyOf(result: StepResult): string | undefined {
  if (!('attempt' in result) || result.attempt.kind !== 'store')
    throw new Error('The module did not try to store a participation.');
  return result.attempt.uniqueKey;
}

describe('giveaway', () => {
  it('asks for the terms before it stores anything', () => {
    expect(enter({ terms: 'No recourse.' })).toEqual({
      ask: { kind: 'confirm', label: 'Take part', terms: 'No recourse.' },
    });
  });

  it('asks again when the terms are not accepted', () => {
    const module = raffles('a', { terms: 'No recourse.' });
    const result = stepOf(module, { kind: 'answer', answer: confirmed(false) }, { variables });
    expect(result).toMatchObject({
      say: ['Please accept the terms.'],
      ask: { kind: 'confirm', isUnticked: true },
    });
    expect(result).not.toHaveProperty('attempt');
  });

  it('does not take another answer for an acceptance', () => {
    const answer = typed('yes', true);
    const module = raffles('a', { terms: 'No recourse.' });
    expect(stepOf(module, { kind: 'answer', answer }, { variables })).not.toHaveProperty('attempt');
  });

  it('tries to store the participation, and leaves the limit to the database', () => {
    expect(enter()).toEqual({
      attempt: {
        kind: 'store',
        store: 'participations',
        row: {
          giveaway_id: 'summer',
          giveaway_name: 'Summer raffle',
          participation_id: 'id-1',
        },
        uniqueKey: '["summer","ann@example.com","ever"]',
        onConflict: 'refuse',
      },
    });
  });

  it('counts an address once, whatever its letter case, blanks or composed characters', () => {
    const key = (email: string) => keyOf(enter({}, { variables: { email } }));
    expect(key('  ANN@example.COM ')).toBe(key('ann@example.com'));
    expect(key('u\u0308ber@example.com')).toBe(key('\u00fcber@example.com'));
    expect(key('bob@example.com')).not.toBe(key('ann@example.com'));
  });

  it('counts aliases of an address as one only where that is set', () => {
    const key = (email: string, oneMailbox: boolean) =>
      keyOf(enter({ oneMailbox }, { variables: { email } }));
    for (const alias of ['ann+2@example.com', 'ANN+x@Example.com']) {
      expect(key(alias, true)).toBe(key('ann@example.com', true));
      expect(key(alias, false)).not.toBe(key('ann@example.com', false));
    }
    expect(key('a.n.n@googlemail.com', true)).toBe(key('ann@gmail.com', true));
    // Who took part before it was set is known by the plain address.
    expect(key('ann+2@example.com', true)).toBe(key('ann@example.com', false));
  });

  it('counts each giveaway by itself', () => {
    const key = (id: string, email: string) =>
      keyOf(enter({ giveaways: [{ id, name: 'Raffle' }] }, { variables: { email } }));
    expect(key('winter', 'a@example.com')).not.toBe(key('summer', 'a@example.com'));
  });

  it('lets an address in once a day, once a week or always', () => {
    const on = (limit: string, instant: string) =>
      keyOf(enter({ limit }, { nowMs: Date.parse(instant) }));
    expect(on('daily', '2026-07-15T08:00:00Z')).toBe(on('daily', '2026-07-15T20:00:00Z'));
    expect(on('daily', '2026-07-15T08:00:00Z')).not.toBe(on('daily', '2026-07-16T08:00:00Z'));
    expect(on('weekly', '2026-07-13T08:00:00Z')).toBe(on('weekly', '2026-07-19T08:00:00Z'));
    expect(on('weekly', '2026-07-19T08:00:00Z')).not.toBe(on('weekly', '2026-07-20T08:00:00Z'));
    expect(on('unlimited', '2026-07-15T08:00:00Z')).toBeUndefined();
  });

  it('begins the day of a limit in the time zone that it is given', () => {
    const at = (timeZone: string) =>
      keyOf(enter({ limit: 'daily' }, { nowMs: Date.parse('2026-07-14T22:30:00Z'), timeZone }));
    expect(at('Europe/Berlin')).toContain('2026-07-15');
    expect(at('UTC')).toContain('2026-07-14');
  });

  it.each(['stored', 'off'] as const)('welcomes when the participation is %s', (outcome) => {
    expect(stepOf(raffles('a'), { kind: 'outcome', outcome }, { variables })).toEqual({
      say: ['You are taking part.'],
      set: { giveaway_title: 'Summer raffle', 'giveaway_title.id': 'summer' },
      store: [{ store: 'runtime_log', row: { event: 'participated' } }],
      go: 'next',
    });
  });

  it('turns a second participation away politely, on its own branch', () => {
    expect(stepOf(raffles('a'), { kind: 'outcome', outcome: 'refused' }, { variables })).toEqual({
      say: ['You already take part.'],
      store: [{ store: 'runtime_log', row: { event: 'participation_refused' } }],
      go: 'already',
    });
  });

  it('takes the giveaway that runs at the moment, in the zone of the module', () => {
    const giveaways = [
      { id: 'summer', name: 'Summer', from: '2026-06-01', until: '2026-08-31' },
      { id: 'advent', name: 'Advent', from: '12-01', until: '12-24' },
    ];
    const on = (instant: string, timeZone = '') =>
      enter({ giveaways, timeZone }, { nowMs: Date.parse(instant) });
    expect(keyOf(on('2026-07-15T08:00:00Z'))).toContain('summer');
    expect(keyOf(on('2029-12-24T08:00:00Z'))).toContain('advent');
    expect(on('2026-09-01T08:00:00Z')).toMatchObject({ say: ['Nothing now.'], go: 'inactive' });
    expect(on('2026-08-31T22:30:00Z')).toMatchObject({ go: 'inactive' });
    expect(keyOf(on('2026-08-31T22:30:00Z', 'America/New_York'))).toContain('summer');
  });

  it('does not run again in an hour that is shown twice', () => {
    const giveaways = [{ id: 'night', name: 'Night', until: '2026-10-25 02:30' }];
    const at = (instant: string) =>
      enter({ giveaways, timeZone: 'Europe/Berlin' }, { nowMs: Date.parse(instant) });
    expect(keyOf(at('2026-10-25T00:29:00Z'))).toContain('night');
    expect(at('2026-10-25T01:15:00Z')).toMatchObject({ go: 'inactive' });
  });

  it('asks for no terms, and takes no answer, while no giveaway runs', () => {
    const module = raffles('a', {
      terms: 'No recourse.',
      giveaways: [{ id: 'late', name: 'Late', from: '2099-01-01' }],
    });
    expect(stepOf(module, { kind: 'enter' }, { variables })).toMatchObject({ go: 'inactive' });
    expect(
      stepOf(module, { kind: 'answer', answer: confirmed() }, { variables }),
    ).not.toHaveProperty('attempt');
  });

  it('prefers a giveaway without dates, wherever it stands in the list', () => {
    const giveaways = [
      { id: 'dated', name: 'Dated', from: '2026-01-01', until: '2099-01-01' },
      { id: 'always', name: 'Always' },
    ];
    expect(keyOf(enter({ giveaways }))).toContain('always');
  });

  it('refuses dates that do not exist and windows that never open', () => {
    const dated =
      (from: string, until = '') =>
      () =>
        enter({ giveaways: [{ id: 'a', name: 'A', from, until }] });
    for (const wrong of ['2026-02-30', '13-01', '2026-1-1', '2026-12-04 24:00', 'soon']) {
      expect(dated(wrong)).toThrow();
    }
    expect(dated('2026-12-05', '2026-12-04')).toThrow();
    expect(dated('2026-12-05', '12-24')).toThrow();
    expect(dated('02-29', '12-04 18:30')).not.toThrow();
  });

  it('needs only a name for a new giveaway, and counts one of each prize', () => {
    const definition = moduleOf('giveaway');
    const { settings } = raffles('a', {
      giveaways: [{ id: 'a', name: 'A', prizes: [{ id: 'car', name: 'Car' }] }],
    });
    expect(definition?.settings.parse(settings)).toMatchObject({
      giveaways: [{ from: '', until: '', prizes: [{ id: 'car', name: 'Car', number: 1 }] }],
    });
    expect(keyOf(enter({ giveaways: [{ id: 'a', name: 'A' }] }))).toContain('a');
  });

  it('says whether it promises a limit', () => {
    const limits = (limit: string) => moduleOf('giveaway')?.limits?.({ limit });
    expect(['once', 'daily', 'weekly', 'unlimited'].map(limits)).toEqual([
      'participations',
      'participations',
      'participations',
      null,
    ]);
  });

  it('needs a giveaway', () => {
    expect(() => enter({ giveaways: [] })).toThrow();
  });
});
