import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { environment, KNOWN_TEXT, typed } from '../../../../tests/support/chat';
import { DAY_MS, NOW_MS } from '../../../../tests/support/now';
import { ask, skipped } from '../../../../tests/support/questions';
import { interpolatePrompt } from '../../engine/interpolate';
import { writeLastConsent } from '../../engine/last-consent';

const TEXT = { text: 'I agree that ${firstname} gets letters.' };
const WORDING = 'I agree that Ann gets letters.';
const ann = { variables: { firstname: 'Ann' }, memory: { wording: WORDING } };
const HASH = createHash('sha256').update(WORDING).digest('hex');

const given = (given: boolean): Answer => ({ kind: 'consent', given });

/** As the store answers: the last decision was this, so many days ago. */
const last = (action: string, days = 0, hash = HASH) => ({
  kind: 'outcome' as const,
  outcome: 'found' as const,
  value: writeLastConsent({
    action,
    atMs: NOW_MS - days * DAY_MS,
    name: 'News',
    wording: WORDING,
    version: '1',
    hash,
  }),
});

describe('consent', () => {
  it('keeps the words as they were shown, their version and their hash', () => {
    const consent = ask('consent', { ...TEXT, version: '2026-11' });
    expect(consent.enter(ann)).toMatchObject({
      ask: { kind: 'consent', text: TEXT.text },
      remember: { wording: WORDING },
    });
    expect(consent.answer(given(true), ann)).toEqual({
      set: { consent_newsletter: 'yes' },
      store: [
        {
          store: 'consents',
          row: {
            consent_id: 'consent_newsletter',
            consent_name: 'Newsletter',
            action: 'given',
            opt_in: 'single',
            wording: WORDING,
            wording_version: '2026-11',
            wording_hash: HASH,
          },
        },
      ],
      go: 'next',
    });
  });

  it('goes on without consent, unless it is needed; the refusal is kept either way', () => {
    const store = [{ row: { action: 'refused' }, atMostDays: 180 }];
    const refused = { set: { consent_newsletter: 'no' }, store };
    expect(ask('consent', TEXT).answer(given(false))).toMatchObject({ ...refused, go: 'next' });
    const needed = ask('consent', { ...TEXT, mandatory: true });
    expect(needed.answer(given(false))).toMatchObject({ ...refused, go: 'refused' });
  });

  it('leaves by its own branch when nobody answers', () => {
    const consent = ask('consent', { ...TEXT, idleMinutes: 1 });
    expect(consent.enter()).toMatchObject({ ask: { idleAfterMs: 60_000 } });
    expect(consent.on({ kind: 'idle' })).toEqual({ go: 'idle' });
  });
});

describe('a consent confirmed by a code', () => {
  const double = ask('consent', { ...TEXT, double: true });
  const shown = { ...ann, memory: { wording: WORDING, code: '500000', tries: '0' } };

  it('shows a code first, and counts only when it is typed', () => {
    const asked = double.answer(given(true), { ...ann, random: () => 0.5 });
    expect(asked).toMatchObject({
      say: [expect.stringContaining('type this code'), '**500000**'],
      ask: { kind: 'text', format: 'code' },
      remember: { code: '500000' },
    });
    expect(asked).not.toHaveProperty('store');
    expect(double.answer(typed(' 500 000 '), shown)).toMatchObject({
      store: [{ row: { action: 'given', opt_in: 'double', wording_hash: HASH } }],
      go: 'next',
    });
    for (const code of ['５０００００', '٥٠٠٠٠٠', '\u200E500000\u200B', '500-000']) {
      expect(double.answer(typed(code), shown)).toMatchObject({ go: 'next' });
    }
    const zeros = double.answer(given(true), { random: () => 0 });
    expect(zeros).toMatchObject({ remember: { code: '000000' } });
  });

  it('does not take another code, and shows a new one after three', () => {
    const wrong = double.answer(typed('500001'), shown);
    expect(wrong).toMatchObject({ remember: { code: '500000', tries: '1' } });
    expect(wrong).not.toHaveProperty('store');
    const third = {
      ...ann,
      memory: { wording: WORDING, code: '500000', tries: '2' },
      random: () => 0.25,
    };
    expect(double.answer(typed(''), third)).toMatchObject({ remember: { code: '250000' } });
  });

  it('is refused by those who change their mind, and proves nobody’s address', () => {
    expect(double.answer(skipped, shown)).toMatchObject({
      store: [{ row: { action: 'refused' } }],
    });
    expect(double.answer(typed('500000'), shown)).not.toHaveProperty('set.email_confirmed');
  });
});

describe('a consent given before', () => {
  const never = ask('consent', { ...TEXT, repeat: 'never' });
  const monthly = ask('consent', { ...TEXT, repeat: 'after_days', repeatDays: 30 });

  it('is looked for only where it is not asked for every time', () => {
    expect(ask('consent', TEXT).enter()).toHaveProperty('ask');
    expect(never.enter()).toEqual({
      attempt: { kind: 'look_up', lookup: { of: 'consent', consentId: 'consent_newsletter' } },
    });
  });

  it('holds for ever, or for so many days', () => {
    const holds = { set: { consent_newsletter: 'yes' }, go: 'next' };
    expect(never.on(last('given', 1_000), ann)).toEqual(holds);
    expect(monthly.on(last('given', 29), ann)).toEqual(holds);
    expect(monthly.on(last('given', 30), ann)).toHaveProperty('ask');
  });

  it('is asked for again when other words would be shown', () => {
    expect(never.on(last('given'), { variables: { firstname: 'Bob' } })).toHaveProperty('ask');
    expect(never.on(last('given', 0, 'other'), ann)).toHaveProperty('ask');
  });

  it('was refused or withdrawn: then nobody is asked again, unless it is needed', () => {
    for (const action of ['refused', 'withdrawn']) {
      expect(never.on(last(action), ann)).toEqual({
        set: { consent_newsletter: 'no' },
        go: 'next',
      });
      const needed = ask('consent', { ...TEXT, repeat: 'never', mandatory: true });
      expect(needed.on(last(action), ann)).toHaveProperty('ask');
    }
  });

  it('is asked for when nothing is found', () => {
    for (const value of ['', 'given 0', '{}']) {
      expect(never.on({ kind: 'outcome', outcome: 'found', value }, ann)).toHaveProperty('ask');
    }
    expect(never.on({ kind: 'outcome', outcome: 'not_found' }, ann)).toHaveProperty('ask');
  });
});

describe('a consent that is a legal text', () => {
  const legal = ask('consent', { legalText: 'legal:known' });

  it('shows its words as they are, and stores its version, checksum and id', () => {
    const asked = legal.enter();
    const wording = KNOWN_TEXT.text;
    expect(asked).toMatchObject({ remember: { wording } });
    const prompt = 'ask' in asked && interpolatePrompt(asked.ask, environment() as never);
    expect(prompt).toMatchObject({ kind: 'consent', text: wording });
    expect(legal.answer(given(true), { memory: { wording } })).toMatchObject({
      store: [
        {
          row: {
            wording,
            wording_version: '3',
            wording_hash: createHash('sha256').update(wording).digest('hex'),
            legal_version_id: KNOWN_TEXT.versionId,
          },
        },
      ],
    });
  });

  it('is asked for again when the text has changed', () => {
    const never = ask('consent', { legalText: 'legal:known', repeat: 'never' });
    const same = createHash('sha256').update(KNOWN_TEXT.text).digest('hex');
    expect(never.on(last('given', 9, same), ann)).toMatchObject({ go: 'next' });
    expect(never.on(last('given', 0, HASH), ann)).toHaveProperty('ask');
  });

  it('needs no typed words, and cannot be asked without the text', () => {
    expect(() => ask('consent', { legalText: 'legal:gone' }).enter()).toThrow('chat.not_playable');
    expect(() => ask('consent', {}).enter()).toThrow();
  });
});
