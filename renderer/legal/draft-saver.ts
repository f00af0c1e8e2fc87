import type { LegalContent } from '../../preload/contract';

const AFTER_MS = 600;

interface Options {
  /** Of the draft that is shown. */
  readonly revision: number;
  /** Resolves to the new revision. */
  save(content: LegalContent, revision: number): Promise<number>;
  onState(state: 'unsaved' | 'saved'): void;
  onError(error: unknown): void;
}

export interface DraftSaver {
  change(content: LegalContent): void;
  /** Saves what is not saved yet, and resolves to the revision. Rejects when it cannot be saved. */
  flush(): Promise<number>;
}

/** Saves a moment after the last change, one save after the other. */
export function createDraftSaver({ revision, save, onState, onError }: Options): DraftSaver {
  let waiting: LegalContent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<unknown> = Promise.resolve();
  let current = revision;

  const saveNow = async (): Promise<number> => {
    clearTimeout(timer);
    while (waiting) {
      const content = waiting;
      waiting = null;
      try {
        current = await save(content, current);
      } catch (error) {
        // Tried again with the next change, or when somebody publishes.
        waiting ??= content;
        throw error;
      }
    }
    onState('saved');
    return current;
  };

  const flush = (): Promise<number> => {
    const turn = busy.then(() => (waiting ? saveNow() : current));
    busy = turn.catch(() => undefined);
    return turn;
  };
  return {
    change: (content) => {
      waiting = content;
      onState('unsaved');
      clearTimeout(timer);
      timer = setTimeout(() => void flush().catch(onError), AFTER_MS);
    },
    flush,
  };
}
