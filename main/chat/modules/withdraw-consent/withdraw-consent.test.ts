import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { ask, skipped } from '../../../../tests/support/questions';
import { writeLastConsent } from '../../engine/last-consent';

const consents = [
  { id: 'a', label: 'News by letter', consent: 'consent_letter' },
  { id: 'b', label: 'News by email', consent: 'consent_email' },
] as never;
const module = ask('withdraw_consent', { consents });

const found = (action: string) => ({
  kind: 'outcome' as const,
  outcome: 'found' as const,
  value: writeLastConsent({ action, atMs: 0, name: 'News', wording: 'W', version: '2', hash: 'h' }),
});
const chosen = (...options: string[]): Answer => ({ kind: 'choices', options });

/** The memory after both consents were looked up. */
function lookedUp(first: string, second: string): Record<string, string> {
  const after = module.on(found(first), memoryOf(module.enter()));
  return memoryOf(module.on(found(second), memoryOf(after))).memory;
}

function memoryOf(result: object): { memory: Record<string, string> } {
  return { memory: (result as { remember: Record<string, string> }).remember };
}

describe('withdraw consent', () => {
  it('looks every consent up, and offers those that are given', () => {
    const first = module.enter();
    expect(first).toMatchObject({ attempt: { lookup: { consentId: 'consent_letter' } } });
    const second = module.on(found('refused'), memoryOf(first));
    expect(second).toMatchObject({ attempt: { lookup: { consentId: 'consent_email' } } });
    expect(module.on(found('given'), memoryOf(second))).toMatchObject({
      say: ['Which consent would you like to withdraw?'],
      ask: { kind: 'choices', options: [{ id: 'b', label: 'News by email' }], min: 1, max: 1 },
    });
  });

  it('writes a row for each, about the words that were agreed to', () => {
    const memory = lookedUp('given', 'given');
    const wording = { wording: 'W', wording_version: '2', wording_hash: 'h' };
    expect(module.answer(chosen('b'), { memory })).toMatchObject({
      set: { consent_email: 'no' },
      store: [
        {
          store: 'consents',
          row: {
            action: 'withdrawn',
            consent_id: 'consent_email',
            consent_name: 'News',
            ...wording,
          },
        },
      ],
      go: 'next',
    });
    expect(module.answer(chosen('a', 'b'), { memory })).toHaveProperty('store.length', 2);
  });

  it('takes only what was offered, and asks again for nothing', () => {
    const memory = lookedUp('given', 'withdrawn');
    for (const answer of [chosen(), chosen('b'), chosen('constructor')]) {
      expect(module.answer(answer, { memory })).toMatchObject({
        ask: { options: [{ id: 'a' }] },
        remember: { given: memory.given },
      });
    }
  });

  it('says that there is nothing to withdraw, and lets all be kept', () => {
    const memory = memoryOf(module.on(found('refused'), memoryOf(module.enter())));
    expect(module.on({ kind: 'outcome', outcome: 'not_found' }, memory)).toMatchObject({
      say: [expect.stringContaining('no consent')],
      go: 'next',
    });
    expect(module.answer(skipped, { memory: lookedUp('given', 'given') })).toEqual({ go: 'next' });
  });
});
