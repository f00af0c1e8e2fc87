import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError, LegalContent, LegalTextView } from '../../preload/contract';
import { call } from '../app/client';
import { showError, toAppError } from '../app/errors';
import { beforeLock } from '../app/screen-store';
import { createDraftSaver, type DraftSaver } from './draft-saver';

const savers = new Set<DraftSaver>();
// What cannot be saved must not keep anybody from locking.
beforeLock(() => Promise.allSettled([...savers].map((saver) => saver.flush())));

/** A text with its draft, which is saved by itself a moment after each change. */
export function useText(id: string) {
  const [view, setView] = useState<LegalTextView | null>(null);
  const [content, setContent] = useState<LegalContent | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isSaved, setSaved] = useState(true);
  const saver = useRef<DraftSaver | null>(null);

  const show = useCallback(
    (next: LegalTextView) => {
      if (saver.current) savers.delete(saver.current);
      const made = createDraftSaver({
        revision: next.revision,
        save: async (draft, revision) =>
          (await call('legal.saveDraft', { id, revision, content: draft })).revision,
        onState: (state) => {
          setSaved(state === 'saved');
          if (state === 'saved') setView((before) => before && { ...before, hasDraft: true });
        },
        onError: (failure) => setError(toAppError(failure)),
      });
      savers.add(made);
      saver.current = made;
      setView(next);
      setContent(next.draft);
      setSaved(true);
      setError(null);
    },
    [id],
  );

  const load = useCallback(async () => {
    setError(null);
    // What was typed last is part of what is loaded; a conflict is solved by loading.
    await saver.current?.flush().catch(() => undefined);
    try {
      show(await call('legal.get', { id }));
    } catch (failure) {
      setError(toAppError(failure));
    }
  }, [id, show]);

  useEffect(() => {
    void load();
    return () => {
      const last = saver.current;
      if (!last) return;
      void last
        .flush()
        .catch(showError)
        .finally(() => savers.delete(last));
    };
  }, [load]);

  const change = useCallback((next: LegalContent) => {
    setContent(next);
    setSaved(false);
    saver.current?.change(next);
  }, []);

  /** @throws AppError when what was changed last cannot be saved */
  const revision = useCallback(async () => (await saver.current?.flush()) ?? 0, []);

  return { view, content, error, isSaved, load, show, change, revision };
}
