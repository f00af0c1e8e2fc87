import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, ORIGIN, openTestStore } from '../../../tests/support/store';
import type { Lookup } from '../engine/step';
import { keyOnChannel } from './key-on-channel';
import { lookUp } from './look-up';

const EXPIRES_MS = NOW_MS + 30 * DAY_MS;

const common = {
  created_at: NOW_MS,
  expires_at: EXPIRES_MS,
  module_id: 'module-1',
  experience_id: ORIGIN.experienceId,
  experience_name: ORIGIN.experienceName,
  session_id: ORIGIN.sessionId,
  channel: ORIGIN.channel,
  email: 'ann@example.com',
  email_key: 'ann@example.com',
};

/** What the chat finds about Ann at an instant. */
async function finder() {
  const test = await openTestStore();
  const consent = {
    ...common,
    unique_key: null,
    consent_id: 'news',
    consent_name: 'News',
    action: 'given',
    wording: 'I agree.',
    wording_version: '1',
    wording_hash: 'hash',
  };
  insertRows(test, 'consents', [consent]);
  insertRows(test, 'codes', [
    { ...common, unique_key: keyOnChannel(ORIGIN.channel, 'mine'), action: 'issued', code: 'AAA' },
  ]);
  insertRows(test, 'loyalty', [{ ...common, unique_key: null, points: 5, remaining: 5 }]);
  return (lookup: Lookup, trustedMs: number, emailKey: string | null = 'ann@example.com') =>
    lookUp(test.store, lookup, { origin: ORIGIN, emailKey, trustedMs });
}

describe.each<[string, Lookup]>([
  ['a consent', { of: 'consent', consentId: 'news' }],
  ['a code that was issued', { of: 'issued_code', uniqueKey: 'mine' }],
])('%s', (_, lookup) => {
  it('is found until it expires, and from that instant on no more', async () => {
    const find = await finder();
    expect(await find(lookup, EXPIRES_MS - 1)).toMatchObject({ outcome: 'found' });
    expect(await find(lookup, EXPIRES_MS)).toEqual({ outcome: 'not_found' });
    expect(await find(lookup, EXPIRES_MS + DAY_MS)).toEqual({ outcome: 'not_found' });
  });
});

describe('points', () => {
  it('count until they expire, and from that instant on no more', async () => {
    const find = await finder();
    expect(await find({ of: 'points' }, EXPIRES_MS - 1)).toMatchObject({ value: 5 });
    expect(await find({ of: 'points' }, EXPIRES_MS)).toMatchObject({ value: 0 });
  });
});

describe('somebody whose address is not known, or is another', () => {
  it.each<Lookup>([{ of: 'consent', consentId: 'news' }, { of: 'points' }])(
    'has nothing of it: %o',
    async (lookup) => {
      const find = await finder();
      expect(await find(lookup, NOW_MS, null)).toEqual({ outcome: 'not_found' });
      expect(await find(lookup, NOW_MS, 'bob@example.com')).not.toMatchObject({ value: 5 });
    },
  );

  it('has no consent of others', async () => {
    const find = await finder();
    const bob = find({ of: 'consent', consentId: 'news' }, NOW_MS, 'bob@example.com');
    expect(await bob).toEqual({ outcome: 'not_found' });
  });
});
