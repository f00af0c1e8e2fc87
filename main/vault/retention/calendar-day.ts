import { type RawBuilder, sql } from 'kysely';
import { DAY_MS } from '../../foundation/time';

/** From `fromMs` on, until the next one begins, clocks are this far ahead of UTC. */
interface Offset {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/**
 * The ISO date, in the computer's time zone, of instants from `fromMs` to `toMs`; clock changes in
 * between are known. SQLite's own `localtime` asks the operating system row by row: 2.7 s for
 * 1,000,000 rows beside 0.4 s.
 */
export function localDay(column: string, fromMs: number, toMs: number): RawBuilder<string> {
  const [first, ...later] = offsetsBetween(fromMs, toMs);
  const instant = sql.ref(column);
  const offset = later.reduce(
    (before, { fromMs: change, offsetMs }) =>
      sql`case when ${instant} >= ${sql.lit(change)} then ${sql.lit(offsetMs)} else ${before} end`,
    sql`${sql.lit(first.offsetMs)}`,
  );
  return sql<string>`date((${instant} + ${offset}) / 1000, 'unixepoch')`;
}

function offsetsBetween(fromMs: number, toMs: number): [Offset, ...Offset[]] {
  const offsets: [Offset, ...Offset[]] = [{ fromMs, offsetMs: offsetAt(fromMs) }];
  for (let dayMs = fromMs; dayMs < toMs; dayMs += DAY_MS) {
    const nextMs = Math.min(dayMs + DAY_MS, toMs);
    const offsetMs = offsetAt(nextMs);
    if (offsetMs !== offsetAt(dayMs))
      offsets.push({ fromMs: changeBetween(dayMs, nextMs), offsetMs });
  }
  return offsets;
}

/** The first instant with the later offset, by bisection. */
function changeBetween(beforeMs: number, afterMs: number): number {
  if (afterMs - beforeMs <= 1) return afterMs;
  const middleMs = Math.floor((beforeMs + afterMs) / 2);
  return offsetAt(middleMs) === offsetAt(afterMs)
    ? changeBetween(beforeMs, middleMs)
    : changeBetween(middleMs, afterMs);
}

function offsetAt(ms: number): number {
  return -new Date(ms).getTimezoneOffset() * 60_000;
}
