import type { ExportProgress } from '../../../preload/contract';

export type ReportedProgress = Omit<ExportProgress, 'ticket'>;

/** Reading a zip back takes this part of what writing it took. */
const VERIFYING_SHARE = 0.25;
/** The first moments say little about the rest. */
const ENOUGH_MS = 1_000;

/** Tells how many rows are written or verified, and how long the rest will take. */
export class Progress {
  readonly #totalRows: number;
  readonly #report: (progress: ReportedProgress) => void;
  readonly #elapsedMs: () => number;
  readonly #beganMs: number;
  #verifyingSinceMs = 0;
  rows = 0;

  constructor(
    totalRows: number,
    report: (progress: ReportedProgress) => void,
    elapsedMs: () => number = () => performance.now(),
  ) {
    this.#totalRows = totalRows;
    this.#report = report;
    this.#elapsedMs = elapsedMs;
    this.#beganMs = elapsedMs();
  }

  wrote = (rows: number): void => {
    this.rows += rows;
    const tookMs = this.#elapsedMs() - this.#beganMs;
    const left = this.#totalRows * (1 + VERIFYING_SHARE) - this.rows;
    this.#tell('writing', this.rows, tookMs, left / this.rows);
  };

  /** @param part of all that was written, from 0 to 1. */
  verified = (part: number): void => {
    const nowMs = this.#elapsedMs();
    this.#verifyingSinceMs ||= nowMs;
    const rows = Math.floor(this.rows * part);
    this.#tell('verifying', rows, nowMs - this.#verifyingSinceMs, (1 - part) / part);
  };

  #tell(phase: ReportedProgress['phase'], rows: number, tookMs: number, ratio: number): void {
    const remainingMs = tookMs < ENOUGH_MS ? null : Math.max(0, Math.round(tookMs * ratio));
    this.#report({ phase, rows, totalRows: this.#totalRows, remainingMs });
  }
}
