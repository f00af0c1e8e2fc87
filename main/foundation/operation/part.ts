import type { Part, Unlocked } from './context';

export type { Part } from './context';

/** Declares a part. Who needs it asks the context for it: `the(masking)`. */
export function part<T>(title: string, make?: (unlocked: Unlocked) => T): Part<T> {
  return { title, ...(make && { make }) };
}

/** A part that exists already, with what stands for it. */
export type Given<T = unknown> = readonly [part: Part<T>, value: T];

export function given<T>(part: Part<T>, value: T): Given<T> {
  return [part, value];
}

/** A part that keeps what has to be gone after a lock. */
interface Closable {
  close?(): void;
}

/** Makes parts when they are first asked for, and each once. */
export class Parts {
  readonly #made: Map<unknown, unknown>;
  /** Those that were made here, unlike those that were given. */
  readonly #mine: unknown[] = [];

  constructor(given: readonly Given[]) {
    this.#made = new Map<unknown, unknown>(given);
  }

  the<T>(part: Part<T>, unlocked?: Unlocked): T {
    if (!this.#made.has(part)) {
      if (!part.make || !unlocked) throw new Error(`There is no ${part.title} here.`);
      this.#made.set(part, part.make(unlocked));
      this.#mine.push(part);
    }
    return this.#made.get(part) as T;
  }

  /** Ends those that were made and have something to end. */
  close(): void {
    for (const part of this.#mine) (this.#made.get(part) as Closable).close?.();
  }
}
