import { DAY_MS } from '../../foundation/time';

const MINUTE_MS = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than all else that a step does. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  // The Swedish way to write a moment is that of ISO 8601, but for a blank in place of the T.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  clocks.set(timeZone, made);
  return made;
}

/** `2026-12-04T18:30`, as clocks in the zone (IANA name) show the instant. */
export function localTime(ms: number, timeZone: string): string {
  return clockOf(timeZone).format(ms).replace(' ', 'T');
}

/**
 * The first instant at which clocks in the zone show this time. A time that they leap over is taken
 * for as much later, and one that they show twice for the first of both, as RFC 5545 has it.
 */
export function instantOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const instants = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => asUtc - offsetAt(near, timeZone));
  const shown = instants.filter((ms) => localTime(ms, timeZone) === local);
  return Math.min(...(shown.length > 0 ? shown : instants.slice(0, 1)));
}

function offsetAt(ms: number, timeZone: string): number {
  const minute = Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  return Date.parse(`${localTime(minute, timeZone)}Z`) - minute;
}
