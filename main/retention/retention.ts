import type { RetentionStatus, SweepReport } from '../../preload/contract';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';

export interface RetentionPorts {
  readonly store: Store;
  /** Runs a sweep on the worker's own connection. */
  readonly sweep: (nowMs: number) => Promise<SweepReport>;
  readonly nowMs: () => number;
  readonly onSwept: (report: SweepReport) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Hourly: a timer of more than 24.8 days fires at once, and the rows know when they are due. */
const INTERVAL_MINUTES = 60;

/** Deletes what has expired: when the workspace is unlocked, every hour, and on demand. */
export class Retention {
  readonly #ports: RetentionPorts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<SweepReport> | null = null;

  constructor(ports: RetentionPorts) {
    this.#ports = ports;
  }

  start(): void {
    const tick = (): void => {
      this.sweep().catch((error: unknown) => {
        // Locking ends a sweep half-way; the next unlock begins with another.
        if (this.#timer) this.#ports.onFailure(error);
      });
    };
    tick();
    this.#timer = setInterval(tick, INTERVAL_MINUTES * 60_000);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async status(): Promise<RetentionStatus> {
    const lastSweep = await readSetting(this.#ports.store, 'last_sweep');
    return { lastSweep, intervalMinutes: INTERVAL_MINUTES };
  }

  /** One sweep at a time: who asks while one runs gets its report. */
  sweep(): Promise<SweepReport> {
    this.#running ??= this.#sweepOnce().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sweepOnce(): Promise<SweepReport> {
    const { store, sweep, nowMs, onSwept } = this.#ports;
    const report = await sweep(nowMs());
    await writeSetting(store, 'last_sweep', report);
    onSwept(report);
    return report;
  }
}
