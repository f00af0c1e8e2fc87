import type { TFunction } from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import type { EffectiveRule } from '../../preload/contract';
import { DAY_MS, NOW_MS } from '../../tests/support/now';
import { i18n } from '../app/i18n';
import { answerWords } from './answer-words';
import type { TableAnswer } from './answers';

afterEach(() => i18n.changeLanguage('en'));

const place = (changes: Partial<EffectiveRule> = {}): EffectiveRule => ({
  experienceId: 'e',
  experienceName: 'Hello World',
  moduleId: 'email',
  moduleType: 'Email',
  moduleName: null,
  table: 'customers',
  declaredDays: 180,
  days: 180,
  cappedBy: null,
  offBy: null,
  rows: 0,
  ...changes,
});

const answer = (changes: Partial<TableAnswer> = {}): TableAnswer => ({
  table: 'participations',
  rows: 0,
  held: 0,
  heldPast: 0,
  firstExpiryMs: null,
  lastExpiryMs: null,
  isFromActivity: false,
  spans: [{ days: 60, decider: 'declared', places: [place()] }],
  off: [],
  olderUntilMs: null,
  ...changes,
});

function say(changes: Partial<TableAnswer> = {}) {
  const t: TFunction<['retention', 'app']> = i18n.getFixedT(null, ['retention', 'app']);
  const words = answerWords(answer(changes), t, ({ moduleType }) => moduleType);
  return { ...words, notes: words.notes.map((note) => note.replaceAll('\u00a0', ' ')) };
}

const from = (first: number, last: number) => ({
  firstExpiryMs: NOW_MS + first * DAY_MS,
  lastExpiryMs: NOW_MS + last * DAY_MS,
});

describe('an answer', () => {
  it('says how long and because of whom, in both languages', async () => {
    expect(say()).toMatchObject({
      kept: 'Kept 60 days',
      why: 'because the module “Email” in “Hello World” says so',
      entries: 'No entries now',
      notes: [],
    });
    await i18n.changeLanguage('de');
    expect(say()).toMatchObject({
      kept: 'Bleibt 60 Tage',
      why: 'Grund: so sieht es das Modul „Email“ in „Hello World“ vor',
    });
  });

  it('of customers counts from the last activity, and says what another activity does', () => {
    const words = say({ isFromActivity: true, rows: 1, ...from(9, 9) });
    expect(words.kept).toBe('Kept 60 days after the last activity');
    expect(words.notes).toEqual(['Expires on Jul 24, 2026, later if the person is active again']);
  });

  it('gives each reason where modules differ, and counts modules that are too many to name', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((moduleType) => place({ moduleType }));
    const { kept, why, spans } = say({
      spans: [
        { days: 7, decider: 'own', places: [place()] },
        { days: 30, decider: 'workspace', places: many },
        { days: 30, decider: 'declared', places: many },
      ],
    });
    expect([kept, why]).toEqual(['Kept 7 to 30 days, depending on the module', null]);
    expect(spans).toEqual([
      '7 days: it was set so for “Email” in “Hello World”',
      '30 days: the workspace allows no more',
      expect.stringContaining('and 2 more modules say so'),
    ]);
  });

  it('never says that nothing is stored while one module stores', () => {
    const off = [{ by: 'module' as const, places: [place({ moduleType: 'Quiz' })] }];
    expect(say({ off })).toMatchObject({
      kept: 'Kept 60 days',
      off: ['Storing is switched off for “Quiz” in “Hello World”.'],
    });
    expect(say({ spans: [], off })).toMatchObject({
      kept: 'No module stores here',
      why: 'because storing is switched off for “Quiz” in “Hello World”',
      off: [],
    });
    expect(say({ spans: [], off: [{ by: 'workspace', places: [place()] }] })).toMatchObject({
      kept: 'Nothing new is stored',
      why: 'because storing is switched off for the whole workspace',
    });
  });

  it('tells what goes from what a hold keeps, and from what was stored under longer rules', () => {
    const last = from(3, 90);
    const { notes } = say({
      rows: 12,
      held: 2,
      heldPast: 1,
      ...last,
      olderUntilMs: last.lastExpiryMs,
    });
    expect(notes).toEqual([
      'Expire from Jul 18, 2026 to Oct 13, 2026',
      'Some were stored under longer rules: the last of them expires on Oct 13, 2026.',
      '2 of them are under a legal hold and stay at least until that ends.',
      '1 entry is past its date and stays for a legal hold.',
    ]);
  });

  it('names no date where a hold keeps all there is', () => {
    expect(say({ rows: 2, held: 2 }).notes).toEqual([
      '2 of them are under a legal hold and stay at least until that ends.',
    ]);
  });
});
