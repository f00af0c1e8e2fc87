import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onEvent } from '../app/client';

const BURST_MS = 300;

interface Counts<T> {
  /** The last answer, kept while the next one is fetched; null before the first. */
  value: T | null;
  error: unknown;
  reload: () => void;
}

/** What `load` answers, fetched again when `load` is another function or when rows come and go. */
export function useCounts<T>(load: () => Promise<T>): Counts<T> {
  const [{ value, error }, setState] = useState<Omit<Counts<T>, 'reload'>>({
    value: null,
    error: null,
  });
  const latest = useRef<object | null>(null);
  const reload = useCallback(() => {
    const request = {};
    latest.current = request;
    load().then(
      (loaded) => latest.current === request && setState({ value: loaded, error: null }),
      (failure: unknown) => latest.current === request && setState({ value: null, error: failure }),
    );
  }, [load]);
  const reloadSoon = useDebouncedCallback(reload, BURST_MS);
  useEffect(() => {
    reload();
    const ends = [onEvent('data.changed', reloadSoon), onEvent('retention.swept', reloadSoon)];
    return () => {
      latest.current = null;
      for (const end of ends) end();
    };
  }, [reload, reloadSoon]);
  return { value, error, reload };
}
