import { expect, it } from 'vitest';
import { NO_DETAILS, type RecordDetails } from '../../preload/contract';
import { doubtsIn, keyOf, missingIn, type Part, partsOf } from './checks';

const NOTHING: RecordDetails = {
  controller: { name: '', address: '' },
  ...{ contact: '', representative: '', dataProtectionOfficer: '', activities: {} },
  own: { users: NO_DETAILS, requests: NO_DETAILS },
  ...{ reviewedBy: '', reviewedOn: null, nextReview: null },
};

const raffle = (modules: string[] = []): Part => ({
  kind: 'experience',
  experience: { id: 'x', name: 'Raffle', modules, stored: [] },
});
const stating = (changes: Partial<typeof NO_DETAILS>): RecordDetails => ({
  ...NOTHING,
  activities: { x: { ...NO_DETAILS, ...changes } },
});

it('says of each part what is not stated yet, and nothing once it is', () => {
  const parts = partsOf([{ id: 'users', name: 'Named as an own part', modules: [], stored: [] }]);
  expect(new Set(parts.map(keyOf)).size).toBe(5);
  expect(parts.map((part) => missingIn(part, NOTHING))).toEqual([
    ['controller', 'contact', 'officer'],
    ['purpose', 'basis', 'recipients'],
    ['purpose', 'basis', 'recipients'],
    ['purpose', 'basis', 'recipients'],
    ['reviewed', 'nextReview'],
  ]);
  const all = stating({ purpose: 'Raffle', legalBasis: 'as before', recipients: 'Nobody' });
  expect(missingIn(raffle(), all)).toEqual([]);
});

it('asks for what follows from a choice: the interest, the contract and the safeguard', () => {
  const details = stating({
    ...{ purpose: 'Raffle', bases: ['f'] },
    processors: [{ name: 'Post', task: 'Parcels', contractOn: null }],
    transfers: [{ country: 'Nowhere', safeguard: '' }],
  });
  expect(missingIn(raffle(), details)).toEqual(['interest', 'contract', 'safeguard']);
});

it('doubts a consent that the chat does not ask for, and one that it asks for and nobody names', () => {
  const consent = stating({ bases: ['a'] });
  expect(doubtsIn(raffle(), consent)).toEqual(['consentNotAsked']);
  expect(doubtsIn(raffle(['consent']), consent)).toEqual(['noWithdrawal']);
  expect(doubtsIn(raffle(['consent', 'withdraw_consent']), consent)).toEqual([]);
  const contract = stating({ bases: ['b'] });
  expect(doubtsIn(raffle(['consent']), contract)).toEqual(['consentNotNamed']);
  expect(doubtsIn(raffle(), contract)).toEqual([]);
  expect(doubtsIn(raffle(['consent']), NOTHING)).toEqual([]);
  expect(doubtsIn(raffle(), stating({ bases: ['b'], interest: 'To grow' }))).toEqual([
    'interestMissingBasis',
  ]);
});
