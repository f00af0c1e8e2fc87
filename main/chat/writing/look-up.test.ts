import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, ORIGIN, openTestStore } from '../../../tests/support/store';
import { readLastConsent } from '../engine/last-consent';
import type { Lookup, Outcome } from '../engine/step';
import { keyOnChannel } from './key-on-channel';
import { lookUp } from './look-up';

const ANN = 'ann@example.com';
const CONSENT = { of: 'consent', consentId: 'newsletter' } as const;
const CODE = { of: 'issued_code', uniqueKey: 'coupon of ann' } as const;
const POINTS = { of: 'points' } as const;
const EXPIRES = NOW_MS + DAY_MS;

/** A consent of Ann's, a code that she was given and points, on the channel of the preview. */
async function stored() {
  const test = await openTestStore();
  const row = {
    created_at: NOW_MS,
    expires_at: EXPIRES,
    module_id: 'module-1',
    experience_id: ORIGIN.experienceId,
    experience_name: ORIGIN.experienceName,
    session_id: ORIGIN.sessionId,
    channel: ORIGIN.channel,
    email_key: ANN,
  };
  const consent = { consent_id: 'newsletter', consent_name: 'News', action: 'given' };
  const wording = { wording: 'Yes.', wording_version: '1', wording_hash: 'h' };
  insertRows(test, 'consents', [{ ...row, ...consent, ...wording }]);
  const unique_key = keyOnChannel(ORIGIN.channel, CODE.uniqueKey);
  insertRows(test, 'codes', [{ ...row, unique_key, code: 'A-1' }]);
  insertRows(test, 'loyalty', [{ ...row, unique_key: null, points: 5, remaining: 5 }]);
  return (lookup: Lookup, who: { at?: number; key?: string | null; channel?: 'kiosk' } = {}) => {
    const { at = NOW_MS, key = ANN, channel = ORIGIN.channel } = who;
    const asking = { origin: { ...ORIGIN, channel }, emailKey: key, trustedMs: at };
    return lookUp(test.store, lookup, asking);
  };
}

const NOT_FOUND: Outcome = { outcome: 'not_found' };

describe('what a chat looks up about a person', () => {
  it('is found until the very millisecond in which it expires, and not a moment longer', async () => {
    const find = await stored();
    const last = await find(CONSENT, { at: EXPIRES - 1 });
    expect(last.outcome === 'found' && readLastConsent(last.value)).toMatchObject({
      action: 'given',
    });
    expect(await find(CONSENT, { at: EXPIRES })).toEqual(NOT_FOUND);
    expect(await find(CODE, { at: EXPIRES - 1 })).toEqual({ outcome: 'found', value: 'A-1' });
    expect(await find(CODE, { at: EXPIRES })).toEqual(NOT_FOUND);
    expect(await find(POINTS, { at: EXPIRES - 1 })).toMatchObject({ value: 5 });
    expect(await find(POINTS, { at: EXPIRES })).toMatchObject({ value: 0 });
  });

  it('is theirs, on their channel, and of this consent', async () => {
    const find = await stored();
    expect(await find(CONSENT, { key: 'bob@example.com' })).toEqual(NOT_FOUND);
    expect(await find(CONSENT, { key: null })).toEqual(NOT_FOUND);
    expect(await find(POINTS, { key: null })).toEqual(NOT_FOUND);
    expect(await find(POINTS, { key: 'bob@example.com' })).toMatchObject({ value: 0 });
    expect(await find(CONSENT, { channel: 'kiosk' })).toEqual(NOT_FOUND);
    expect(await find(CODE, { channel: 'kiosk' })).toEqual(NOT_FOUND);
    expect(await find({ of: 'consent', consentId: 'other' })).toEqual(NOT_FOUND);
  });
});
