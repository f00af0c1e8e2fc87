import {
  AppError,
  type RetentionStatus,
  type SweepReport,
  type TableName,
} from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { AbortedError } from '../../foundation/operation/task';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { type Actor, recordAudit, SYSTEM } from '../audit/audit-log';
import { type Clock, clock } from './clock';
import { isScrubDue } from './scrub';
import { scrubTask, sweepTask } from './tasks';

export interface RetentionPorts {
  readonly store: Store;
  readonly run: Unlocked['run'];
  readonly clock: Clock;
  readonly onSwept: (report: SweepReport) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Hourly: a timer of more than 24.8 days fires at once, and the rows know when they are due. */
const INTERVAL_MINUTES = 60;

const SCRUB_DELAY_MS = 60_000;

interface Running {
  readonly report: Promise<SweepReport>;
  readonly stop: AbortController;
}

/** Deletes what has expired: when the workspace is unlocked, every hour, and on demand. */
export class Retention {
  readonly #ports: RetentionPorts;
  #timer: NodeJS.Timeout | null = null;
  #scrubTimer: NodeJS.Timeout | null = null;
  #running: Running | null = null;

  constructor(ports: RetentionPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.sweepSoon();
    this.#timer = setInterval(() => this.sweepSoon(), INTERVAL_MINUTES * 60_000);
  }

  /** As the timer does it: nobody waits for it, and it does nothing while the clock is in doubt. */
  sweepSoon(): void {
    void this.#inBackground(() => this.#tick());
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer);
    this.#scrubTimer = null;
    this.cancelSweep();
  }

  async status(): Promise<RetentionStatus> {
    const { store, clock } = this.#ports;
    return {
      nowMs: clock.nowMs(),
      lastSweep: await readSetting(store, 'last_sweep'),
      intervalMinutes: INTERVAL_MINUTES,
      clockJumpDays: clock.jumpDays(),
      isSweeping: this.#running !== null,
      scrubDue: await isScrubDue(store),
    };
  }

  /**
   * One sweep at a time: who asks while one runs gets its report.
   *
   * @throws AppError `retention.clock_ahead` while the clock is far ahead and nobody has confirmed it.
   */
  sweep(actor: Actor): Promise<SweepReport> {
    if (this.#running) return this.#running.report;
    const stop = new AbortController();
    const report = this.#sweepOnce(actor, stop.signal).finally(() => {
      this.#running = null;
    });
    this.#running = { report, stop };
    return report;
  }

  /** The sweep ends after its present batch; the next one does the rest. */
  cancelSweep(): void {
    this.#running?.stop.abort();
  }

  /** Takes a clock that is far ahead as right, and deletes what has expired by it. */
  async confirmClock(actor: Actor): Promise<RetentionStatus> {
    const { store, clock } = this.#ports;
    const days = clock.jumpDays();
    if (days !== null) {
      await store.transaction().execute(async (transaction) => {
        const details = { days, date: new Date(clock.nowMs()).toISOString() };
        await recordAudit(
          transaction,
          actor,
          clock.nowMs(),
          'retention.clock_jump_confirmed',
          details,
        );
        await writeSetting(transaction, 'clock_last_seen', clock.nowMs());
        await writeSetting(transaction, 'clock_jumped_to', null);
      });
      clock.confirm();
      void this.#inBackground(() => this.sweep(actor));
    }
    return this.status();
  }

  /**
   * Removes the traces of rows that were deleted. Their deletion is done and noted, so that a failure
   * is no failure of the deletion: the next tick or unlock tries again.
   */
  async scrub(): Promise<void> {
    await this.#inBackground(() => this.#ports.run(scrubTask, null));
  }

  /**
   * Once for all that is withdrawn within a minute: a scrub writes the whole database anew, and
   * participants go on meanwhile. A lock leaves it to the next unlock.
   */
  scrubSoon(): void {
    this.#scrubTimer ??= setTimeout(() => {
      this.#scrubTimer = null;
      void this.scrub();
    }, SCRUB_DELAY_MS);
  }

  async #tick(): Promise<void> {
    const { store, clock } = this.#ports;
    await clock.save(store);
    if (clock.jumpDays() === null) await this.sweep(SYSTEM);
    else await this.scrub();
  }

  async #sweepOnce(user: Actor, signal: AbortSignal): Promise<SweepReport> {
    const { run, clock, onSwept } = this.#ports;
    const nowMs = clock.deletionMs();
    const report = await run(sweepTask, null, { user, nowMs, signal }).catch((error: unknown) => {
      if (error instanceof AbortedError) return { at: nowMs, removed: {}, complete: false };
      throw error;
    });
    onSwept(report);
    return report;
  }

  async #inBackground(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // Locking ends what runs and what waits; the next unlock makes up for it.
      const isLocked = error instanceof AppError && error.code === 'workspace.locked';
      if (!isLocked && !(error instanceof AbortedError)) this.#ports.onFailure(error);
    }
  }
}

export const retention = part('retention', ({ store, run, the, emit, logFailure }) => {
  const onSwept = (report: SweepReport): void => {
    emit('retention.swept', report);
    const tables = Object.keys(report.removed) as TableName[];
    if (tables.length > 0) emit('data.changed', { tables });
  };
  return new Retention({ store, run, clock: the(clock), onSwept, onFailure: logFailure });
});
