import type { PowerMonitor } from 'electron';
import type { LockReason } from '../../preload/contract';

const POLL_MS = 1_000;
const WARNING_SECONDS = 60;

export interface Attended {
  lock(reason: LockReason): Promise<unknown>;
  /** Null: it does not lock itself now. */
  idleLockMinutes(): Promise<number | null>;
  /** Tells in how many seconds it will be locked; null: it will not. */
  warn(seconds: number | null): void;
}

/** Locks the workspace when nobody is at the computer: idle for the set time, asleep, locked. */
export class IdleLock {
  readonly #power: Pick<PowerMonitor, 'on' | 'getSystemIdleTime'>;
  readonly #workspace: Attended;
  #isWarning = false;
  /** What the system counts as idle although something was done in a window of ours. */
  #notIdleSeconds = 0;

  constructor(
    power: Pick<PowerMonitor, 'on' | 'getSystemIdleTime'>,
    workspace: Attended,
    onFailure: (error: unknown) => void,
  ) {
    this.#power = power;
    this.#workspace = workspace;
    const lock = (reason: LockReason) => () => void workspace.lock(reason).catch(onFailure);
    power.on('suspend', lock({ kind: 'sleep' }));
    power.on('lock-screen', lock({ kind: 'screen' }));
    let isLooking = false;
    setInterval(async () => {
      // A lock, or a database that is busy, may take longer than until the next look.
      if (isLooking) return;
      isLooking = true;
      await this.#look().catch(onFailure);
      isLooking = false;
    }, POLL_MS);
  }

  /** Something was done in a window. Not every system notices all that is done. */
  noteInput(): void {
    if (!this.#isWarning) return;
    this.#notIdleSeconds = this.#power.getSystemIdleTime();
    this.#warn(null);
  }

  async #look(): Promise<void> {
    const minutes = await this.#workspace.idleLockMinutes();
    if (minutes === null) return this.#warn(null);
    const left = minutes * 60 - this.#idleSeconds();
    if (left <= 0) {
      this.#isWarning = false;
      await this.#workspace.lock({ kind: 'idle', minutes });
    } else this.#warn(left <= Math.min(WARNING_SECONDS, minutes * 30) ? left : null);
  }

  #idleSeconds(): number {
    const counted = this.#power.getSystemIdleTime();
    if (counted < this.#notIdleSeconds) this.#notIdleSeconds = 0;
    return counted - this.#notIdleSeconds;
  }

  #warn(seconds: number | null): void {
    if (seconds === null && !this.#isWarning) return;
    this.#isWarning = seconds !== null;
    this.#workspace.warn(seconds);
  }
}
