import { join } from 'node:path';
import { z } from 'zod';
import { AppError, type ErrorCode, Id } from '../../../preload/contract';
import { writeFileAtomically } from '../../foundation/files/atomic-file';
import { readSmallFile } from '../../foundation/files/small-file';
import { part } from '../../foundation/operation/part';
import type { SecretKind } from './key-slot';

/** So many wrong ones cost nothing: people mistype. */
const FREE_FAILURES = 3;
/** An owner never waits longer, however often somebody else has tried. */
export const LONGEST_WAIT_MS = 5 * 60_000;

const REFUSALS: readonly ErrorCode[] = [
  'workspace.wrong_passphrase',
  'workspace.wrong_recovery_code',
];

const MAX_BYTES = 1024 * 1024;
const Attempt = z.strictObject({
  userId: Id,
  kind: z.enum(['passphrase', 'recovery']),
  /** In a row. */
  failures: z.number().int().min(1).max(1_000_000),
  /** Of the last one, milliseconds since the epoch. */
  at: z.number().int().nonnegative(),
});
const AttemptFile = z.strictObject({
  format: z.literal('chatvault-attempts'),
  version: z.literal(1),
  attempts: z.array(Attempt).max(5_000),
});
type Attempt = z.infer<typeof Attempt>;

/** Whatever is no file of attempts is none: anyone who can write it could delete it as well. */
export function parseAttempts(text: string): Attempt[] {
  try {
    return AttemptFile.parse(JSON.parse(text)).attempts;
  } catch {
    return [];
  }
}

/** How long to wait after so many failures in a row: nothing, then 2 s, 4 s, 8 s, up to the longest. */
export function waitAfterMs(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(1_000 * 2 ** Math.min(failures - FREE_FAILURES, 20), LONGEST_WAIT_MS);
}

export interface AttemptPorts {
  readonly folder: string;
  /** The computer's clock: only for what is kept over a restart. */
  readonly nowMs: () => number;
  /** Nobody sets it: waiting is measured by it. */
  readonly elapsedMs: () => number;
}

/**
 * Slows down who guesses the passphrase or the recovery code of a user at the application. Each user
 * and each of the two ways waits for itself, so that wrong passphrases do not keep the owner of the
 * recovery code waiting. It is kept over a restart in a file that nothing authenticates: whoever can
 * delete it has the disk, and guesses without this application; against that stands scrypt.
 */
export class Attempts {
  readonly #ports: AttemptPorts;
  #loaded: Promise<Map<string, Waiting>> | null = null;

  constructor(ports: AttemptPorts) {
    this.#ports = ports;
  }

  /**
   * Runs what fails when a secret is wrong. It counts as failed before it begins, so that nobody
   * gains anything by ending the application in the middle.
   *
   * @throws AppError `workspace.too_many_attempts` with the seconds to wait, and what `work` throws.
   */
  async run<T>(userId: string, kind: SecretKind, work: () => Promise<T>): Promise<T> {
    const all = await this.#load();
    const key = `${kind} ${userId}`;
    const before = all.get(key);
    const waitMs = (before?.untilMs ?? 0) - this.#ports.elapsedMs();
    if (before && waitMs > 0) {
      throw new AppError('workspace.too_many_attempts', { seconds: Math.ceil(waitMs / 1_000) });
    }
    const failures = (before?.failures ?? 0) + 1;
    await this.#set(key, this.#waiting({ userId, kind, failures, at: this.#ports.nowMs() }));
    try {
      const result = await work();
      await this.#set(key, undefined);
      return result;
    } catch (error) {
      const isRefused = error instanceof AppError && REFUSALS.includes(error.code);
      // The wait begins when the answer is there.
      const after = { userId, kind, failures, at: this.#ports.nowMs() };
      await this.#set(key, isRefused ? this.#waiting(after) : before);
      throw error;
    }
  }

  #load(): Promise<Map<string, Waiting>> {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  async #read(): Promise<Map<string, Waiting>> {
    const text = await readSmallFile(attemptsFileIn(this.#ports.folder), MAX_BYTES).catch(() => '');
    return new Map(
      parseAttempts(text ?? '').map((each) => [`${each.kind} ${each.userId}`, this.#waiting(each)]),
    );
  }

  /** A clock that was set back, or ahead in the file, cannot prolong the wait. */
  #waiting(attempt: Attempt): Waiting {
    const longestMs = waitAfterMs(attempt.failures);
    const leftMs = attempt.at + longestMs - this.#ports.nowMs();
    const waitMs = Math.min(Math.max(leftMs, 0), longestMs);
    return { ...attempt, untilMs: this.#ports.elapsedMs() + waitMs };
  }

  async #set(key: string, waiting: Waiting | undefined): Promise<void> {
    const all = await this.#load();
    if (waiting) all.set(key, waiting);
    else all.delete(key);
    const list = [...all.values()].map(({ untilMs: _, ...attempt }) => attempt);
    const content = { format: 'chatvault-attempts', version: 1, attempts: list };
    const file = attemptsFileIn(this.#ports.folder);
    // Where it cannot be written, what is remembered here holds until the restart.
    await writeFileAtomically(file, JSON.stringify(content)).catch(() => undefined);
  }
}

/** With the time, by the clock that nobody sets, before which nothing is tried again. */
type Waiting = Attempt & { readonly untilMs: number };

const attemptsFileIn = (folder: string): string => join(folder, 'attempts.json');

/** The application's one count of wrong attempts. */
export const attempts = part<Attempts>('attempts');
