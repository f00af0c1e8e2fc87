import { expect, it } from 'vitest';
import type { TimelineEntry } from '../../preload/contract';
import { groupEntries } from './group-entries';

const entry = (id: number, at: Date, session: string): TimelineEntry => ({
  tableName: 'variables',
  row: { id, cells: { created_at: at.getTime(), session_id: session }, isMasked: false },
  isHeld: false,
});

it('groups a timeline by local day, and by conversation as long as none comes between', () => {
  const noon = new Date(2026, 6, 15, 12);
  const evening = new Date(2026, 6, 15, 23, 59);
  const nextDay = new Date(2026, 6, 16, 0, 0);
  const grouped = groupEntries([
    entry(5, nextDay, 'a'),
    entry(4, evening, 'a'),
    entry(3, evening, 'b'),
    entry(2, noon, 'b'),
    entry(1, noon, 'a'),
  ]);
  expect(
    grouped.map(({ startMs, conversations }) => [
      new Date(startMs).getDate(),
      conversations.map(({ sessionId, entries }) => [sessionId, entries.map(({ row }) => row.id)]),
    ]),
  ).toEqual([
    [16, [['a', [5]]]],
    [
      15,
      [
        ['a', [4]],
        ['b', [3, 2]],
        ['a', [1]],
      ],
    ],
  ]);
});
