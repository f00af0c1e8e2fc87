import { useEffect } from 'react';
import { onEvent } from '../app/client';
import { showError } from '../app/errors';
import { flushDraft, openBuilder, refreshRowCounts } from './builder-actions';
import { useBuilder } from './builder-store';
import { useSavedElsewhere } from './use-saved-elsewhere';

/** Loads on entering the screen, and saves what is pending when the screen or the window goes. */
export function useBuilderLifecycle(): void {
  useSavedElsewhere();
  useEffect(() => {
    void openBuilder();
    const flush = () => void flushDraft();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, []);

  const id = useBuilder((state) => state.experience?.id);
  useEffect(() => {
    if (id === undefined) return;
    const refresh = () => void refreshRowCounts().catch(showError);
    refresh();
    return onEvent('data.changed', refresh);
  }, [id]);
}
