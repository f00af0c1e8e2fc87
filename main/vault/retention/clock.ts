import { AppError } from '../../../preload/contract';
import type { Time } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';

export interface ClockPorts {
  /** The computer's clock, milliseconds since the epoch. It can be set to anything. */
  readonly systemNowMs: () => number;
  /** Milliseconds since some beginning; nobody can set it back. */
  readonly elapsedMs: () => number;
}

/** What the workspace knows of the time when it is opened. */
export interface ClockMemory {
  /** 0: nothing was seen yet, and the clock is taken as it is. */
  readonly lastSeenMs: number;
  /** How far ahead the clock may jump before it has to be confirmed. */
  readonly jumpDays: number;
}

export async function readClockMemory(store: Store): Promise<ClockMemory> {
  return {
    lastSeenMs: await readSetting(store, 'clock_last_seen'),
    jumpDays: await readSetting(store, 'clock_jump_days'),
  };
}

/**
 * The time for all that is read, written and deleted: never before the latest time seen, so that a
 * clock set back neither prolongs a row's life nor brings one back. A clock far ahead is shown to
 * readers at once, but until someone confirms it (`jumpDays`) nothing is deleted by it, no legal hold
 * ends by it, no key is free again by it, and it is not remembered as seen.
 */
export class Clock implements Time {
  readonly #ports: ClockPorts;
  /** How far ahead it may jump before it has to be confirmed. */
  maxJumpDays: number;
  /** The latest time that is trusted, and when that was by the clock that nobody sets. */
  #seen: { atMs: number; elapsedMs: number };

  constructor({ lastSeenMs, jumpDays }: ClockMemory, ports: ClockPorts) {
    this.#ports = ports;
    this.maxJumpDays = jumpDays;
    this.#seen = { atMs: lastSeenMs || ports.systemNowMs(), elapsedMs: ports.elapsedMs() };
  }

  nowMs(): number {
    const systemMs = this.#ports.systemNowMs();
    const trustedMs = this.#trustedMs();
    if (systemMs <= trustedMs) return trustedMs;
    if (!this.#isTooFar(systemMs, trustedMs)) this.#see(systemMs);
    return systemMs;
  }

  /** The time for what must not end too soon: of a clock that is in doubt, the latest believed. */
  trustedMs(): number {
    return Math.min(this.nowMs(), this.#trustedMs());
  }

  /**
   * The time for whoever deletes.
   *
   * @throws AppError `retention.clock_ahead` while the clock is far ahead and nobody has confirmed it:
   * what lives by the right time would not be counted, and what is held not be kept.
   */
  deletionMs(): number {
    const days = this.jumpDays();
    if (days !== null) throw new AppError('retention.clock_ahead', { days });
    return this.nowMs();
  }

  /** How many days the clock is ahead of what is trusted, or null while it can be believed. */
  jumpDays(): number | null {
    const systemMs = this.#ports.systemNowMs();
    const trustedMs = this.#trustedMs();
    if (!this.#isTooFar(systemMs, trustedMs)) return null;
    return Math.floor((systemMs - trustedMs) / DAY_MS);
  }

  /** Takes the clock as right although it is far ahead. */
  confirm(): void {
    this.#see(Math.max(this.#ports.systemNowMs(), this.#trustedMs()));
  }

  /** Remembers for the next use the latest time seen, and where the clock has jumped to. */
  async save(store: Store): Promise<void> {
    // All of it read at one moment: the clock can jump while the store writes.
    const nowMs = this.nowMs();
    const hasJumped = this.jumpDays() !== null;
    await writeSetting(store, 'clock_last_seen', this.#trustedMs());
    if (!hasJumped) return;
    const before = await readSetting(store, 'clock_jumped_to');
    if (before === null || nowMs < before) await writeSetting(store, 'clock_jumped_to', nowMs);
  }

  #trustedMs(): number {
    return Math.floor(this.#seen.atMs + this.#ports.elapsedMs() - this.#seen.elapsedMs);
  }

  #isTooFar(systemMs: number, trustedMs: number): boolean {
    return systemMs - trustedMs > this.maxJumpDays * DAY_MS;
  }

  #see(atMs: number): void {
    this.#seen = { atMs, elapsedMs: this.#ports.elapsedMs() };
  }
}

/** The clock of the unlocked workspace. */
export const clock = part<Clock>('clock');
