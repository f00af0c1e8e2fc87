import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  AppError,
  PersonSubject,
  PersonSummary,
  TableView,
  TimelineEntry,
  TimelinePlace,
} from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { toAppError } from '../app/errors';
import { useDataStore } from '../data/data-store';

const PAGE_ENTRIES = 100;

interface Shown {
  readonly summary: PersonSummary;
  readonly entries: readonly TimelineEntry[];
  readonly next: TimelinePlace | undefined;
  /** Their declarations. */
  readonly tables: readonly TableView[];
}

export interface PersonLook {
  /** Null while it is on its way. */
  readonly shown: Shown | null;
  readonly error: AppError | null;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
}

/** What is stored about a person, as of the last change of data; of nobody, nothing is asked. */
export function usePersonLook(subject: PersonSubject | null): PersonLook {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** Changes with every look; an answer to an older one is dropped. */
  const reading = useRef({});
  const who = useRef(subject);
  who.current = subject;
  const key = JSON.stringify(subject);

  const refresh = useCallback(async () => {
    const about = who.current;
    if (about === null) return;
    const mine = {};
    reading.current = mine;
    setError(null);
    try {
      const [summary, page, tables, modules] = await Promise.all([
        call('privacy.find', about),
        call('privacy.timeline', { ...about, limit: PAGE_ENTRIES }),
        call('data.tables'),
        call('modules.list'),
      ]);
      if (reading.current !== mine) return;
      // Where cells find the names of modules.
      useDataStore.setState({ modules });
      setShown({ summary, entries: page.entries, next: page.next, tables });
    } catch (thrown) {
      if (reading.current === mine) setError(toAppError(thrown));
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is looked at anew
  useEffect(() => {
    setShown(null);
    void refresh();
    const end = onEvent('data.changed', () => void refresh());
    return () => {
      reading.current = {};
      end();
    };
  }, [key, refresh]);

  const loadMore = async () => {
    if (!shown?.next || subject === null) return;
    const mine = reading.current;
    const after = shown.next;
    const page = await call('privacy.timeline', { ...subject, after, limit: PAGE_ENTRIES });
    if (reading.current !== mine) return;
    setShown({ ...shown, entries: [...shown.entries, ...page.entries], next: page.next });
  };

  return { shown, error, refresh, loadMore };
}
