import { expect, it } from 'vitest';
import type { RequestSummary } from '../../preload/contract';
import { countDue, daysLeft, urgencyOf } from './due';

const NOON = new Date(2026, 6, 15, 12).getTime();

it('a request is near from seven days before its deadline on, and over on the day after it', () => {
  const at = (dueOn: string) => urgencyOf(daysLeft({ dueOn }, NOON));
  expect(at('2026-07-23')).toBe('calm');
  expect(at('2026-07-22')).toBe('soon');
  expect(at('2026-07-15')).toBe('soon');
  expect(at('2026-07-14')).toBe('over');
});

it('only open requests are brought to mind', () => {
  const request = (changes: Partial<RequestSummary>): RequestSummary => ({
    id: 'one',
    reference: 'R-1',
    kind: 'access',
    email: null,
    isMasked: false,
    receivedOn: '2026-06-15',
    dueOn: '2026-07-15',
    isExtended: false,
    state: 'received',
    caretakerId: 'ann',
    caretaker: 'Ann',
    closedAt: null,
    expiresAt: NOON,
    ...changes,
  });
  const states = ['received', 'identified', 'answered', 'refused', 'withdrawn'] as const;
  const requests = states.map((state) => request({ state }));
  expect(countDue([...requests, request({ dueOn: '2026-08-15' })], NOON)).toBe(2);
});
