import { setTimeout as delay } from 'node:timers/promises';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const NAME = 'chatvault: refusals';

/** Shared with every worker that this thread starts from now on. */
const counter = new Int32Array(
  (getEnvironmentData(NAME) as SharedArrayBuffer | undefined) ?? share(new SharedArrayBuffer(4)),
);

function share(buffer: SharedArrayBuffer): SharedArrayBuffer {
  setEnvironmentData(NAME, buffer);
  return buffer;
}

/**
 * How often, in all threads together, a connection was refused because another one was writing. Who
 * writes for long sees by it that somebody waits, and ends sooner: SQLite has no queue, and whoever
 * takes the lock again at once leaves nothing to those who ask every few milliseconds.
 */
export function refusals(): number {
  return Atomics.load(counter, 0);
}

export function noteRefusal(): void {
  Atomics.add(counter, 0, 1);
}

/** Long enough for those who were refused to ask again, and to write. */
const COURTESY_MS = 25;

/** Of one connection: whoever was refused during its last long write comes before its next one. */
export class Courtesy {
  #before = 0;
  #isOwed = false;

  begin(): void {
    this.#before = refusals();
  }

  end(): void {
    this.#isOwed = refusals() !== this.#before;
  }

  async letOthersFirst(): Promise<void> {
    if (!this.#isOwed) return;
    this.#isOwed = false;
    await delay(COURTESY_MS);
  }
}
