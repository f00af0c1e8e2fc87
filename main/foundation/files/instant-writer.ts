import { DAY_MS } from '../time';

/** Time zones change their offset on the quarter of an hour. */
const QUARTER_MS = 900_000;
/** From here on years have more than four digits, and ISO 8601 another form. */
const LAST_MS = Date.UTC(9999, 11, 31);
const LONGEST_BYTES = 29;
/** Date and time of day, without what comes behind the seconds. */
const PLAIN_BYTES = 19;

/**
 * Writes instants in one time zone: as ISO 8601 (`2026-07-15T10:00:00.000Z`, or with the offset that
 * is in force then), or plainly, to the second (`2026-07-15 10:00:00`). Rows come in the order of
 * their times, so what it knows of the last day and the last quarter of an hour nearly always holds
 * for the next one.
 */
export class InstantWriter {
  readonly #offsetFormat: Intl.DateTimeFormat | null;
  readonly #day = Buffer.alloc(11);
  #dayNumber = Number.NaN;
  #quarter = Number.NaN;
  #offsetMs = 0;
  #suffix = Buffer.from('Z');

  readonly #isPlain: boolean;

  constructor(timeZone: string, times: 'iso' | 'plain' = 'iso') {
    this.#isPlain = times === 'plain';
    this.#offsetFormat =
      timeZone === 'UTC'
        ? null
        : new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** @throws RangeError for what is no time. */
  format(atMs: number): string {
    const bytes = Buffer.alloc(LONGEST_BYTES);
    return bytes.toString('latin1', 0, this.write(atMs, bytes, 0));
  }

  /** Writes into `out` at `at`, at most 29 bytes, and returns where it ends. */
  write(atMs: number, out: Buffer, at: number): number {
    if (!(atMs >= 0 && atMs < LAST_MS)) {
      return at + out.write(new Date(atMs).toISOString(), at);
    }
    this.#follow(atMs);
    const localMs = atMs + this.#offsetMs;
    const day = Math.floor(localMs / DAY_MS);
    if (day !== this.#dayNumber) {
      this.#dayNumber = day;
      this.#day.write(new Date(day * DAY_MS).toISOString());
      if (this.#isPlain) this.#day[10] = BLANK;
    }
    out.set(this.#day, at);
    const end = writeTime(localMs - day * DAY_MS, out, at + 11);
    if (this.#isPlain) return at + PLAIN_BYTES;
    out.set(this.#suffix, end);
    return end + this.#suffix.length;
  }

  /** What a clock in the zone shows then, as if that were UTC. */
  localMs(atMs: number): number {
    this.#follow(atMs);
    return atMs + this.#offsetMs;
  }

  #follow(atMs: number): void {
    if (!this.#offsetFormat) return;
    const quarter = Math.floor(atMs / QUARTER_MS);
    if (quarter === this.#quarter) return;
    this.#quarter = quarter;
    const minutes = offsetMinutes(this.#offsetFormat, atMs);
    this.#offsetMs = minutes * 60_000;
    this.#suffix = Buffer.from(offsetText(minutes));
  }
}

/** hh:mm:ss.sss */
function writeTime(timeMs: number, out: Buffer, at: number): number {
  const seconds = Math.floor(timeMs / 1_000);
  const minutes = Math.floor(seconds / 60);
  twoDigits(Math.floor(minutes / 60), out, at);
  out[at + 2] = COLON;
  twoDigits(minutes % 60, out, at + 3);
  out[at + 5] = COLON;
  twoDigits(seconds % 60, out, at + 6);
  out[at + 8] = POINT;
  const milliseconds = timeMs % 1_000;
  out[at + 9] = ZERO + Math.floor(milliseconds / 100);
  twoDigits(milliseconds % 100, out, at + 10);
  return at + 12;
}

const BLANK = 0x20;
const ZERO = 0x30;
const COLON = 0x3a;
const POINT = 0x2e;

function twoDigits(value: number, out: Buffer, at: number): void {
  out[at] = ZERO + Math.floor(value / 10);
  out[at + 1] = ZERO + (value % 10);
}

function offsetMinutes(format: Intl.DateTimeFormat, atMs: number): number {
  const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

function offsetText(minutes: number): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}
