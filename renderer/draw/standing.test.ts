import { expect, it } from 'vitest';
import type { DrawnPlace, FollowUpStep } from '../../preload/contract';
import { lateAnswers, overviewOf } from './standing';

const winner = (...steps: FollowUpStep[]): DrawnPlace => ({
  ...{ row: 1, rank: 1, status: 'winner', reason: null, prize: 'Bike', email: 'a@b.c', name: 'A' },
  expiresAt: 0,
  followUp: steps.map((step) => ({ step, on: '2026-11-30', how: null, by: 'Ada' })),
});
const gone = (reason: DrawnPlace['reason']): DrawnPlace => ({
  ...{ ...winner(), row: null, email: null, name: '', reason },
});

const PLACES: DrawnPlace[] = [
  winner(),
  winner('notified'),
  winner('notified', 'accepted'),
  winner('handed_over'),
  gone('erased_on_request'),
  gone('expired'),
  { ...winner(), status: 'substitute' },
  { ...winner('notified'), status: 'declined' },
];

it('winners count by the last step, those who are gone as to be decided unless their time was over', () => {
  expect(overviewOf(PLACES)).toEqual({
    ...{ vacant: 1, to_notify: 1, notified: 1, accepted: 1, handed_over: 1, expired: 1 },
  });
});

it('only who was notified and has not answered is late, and from the day after', () => {
  expect(lateAnswers(PLACES, null, '2026-12-02')).toBe(0);
  expect(lateAnswers(PLACES, '2026-12-01', '2026-12-01')).toBe(0);
  expect(lateAnswers(PLACES, '2026-12-01', '2026-12-02')).toBe(1);
});
