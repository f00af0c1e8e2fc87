export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; error: unknown };

interface Options<T> {
  save(value: T): Promise<void>;
  onState(state: SaveState): void;
  delayMs?: number;
}

export interface Autosave<T> {
  schedule(value: T): void;
  /** Saves now what waits; true when everything is saved. */
  flush(): Promise<boolean>;
  /** Forgets what waits, because the user chose another version. */
  discard(): void;
}

/**
 * Saves the latest value a moment after the last change, one save at a time, so that revisions
 * follow one another. A failed value is kept and tried again with the next change or flush.
 */
export function createAutosave<T>({ save, onState, delayMs = 400 }: Options<T>): Autosave<T> {
  let waiting: { value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;

  const saveAll = async (): Promise<boolean> => {
    while (waiting) {
      const current = waiting;
      try {
        await save(current.value);
      } catch (error) {
        if (waiting) onState({ kind: 'failed', error });
        return waiting === undefined;
      }
      if (waiting === current) waiting = undefined;
    }
    onState({ kind: 'saved' });
    return true;
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    if (running) return running.then(() => flush());
    if (!waiting) return Promise.resolve(true);
    onState({ kind: 'saving' });
    running = saveAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    flush,
    schedule: (value) => {
      waiting = { value };
      onState({ kind: 'saving' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    discard: () => {
      clearTimeout(timer);
      waiting = undefined;
      onState({ kind: 'saved' });
    },
  };
}
