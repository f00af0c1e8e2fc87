import { useEffect, useState } from 'react';
import type { AppError, DataFilter, Events, Output, TableName } from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { toAppError } from '../app/errors';
import { useDataStore } from './data-store';
import { useRowsStore } from './rows-store';

type Deletion = Extract<Output<'data.deleteAll'>, { outcome: 'deleted' }>;

/** Deletes what a filter means, as many as the user agreed to. */
export function useDeletion(table: TableName, filter: DataFilter, rows: number) {
  const refresh = useDataStore((state) => state.refresh);
  const clearSelection = useRowsStore((state) => state.clearSelection);
  // What the user confirms is the count that was shown, even if rows arrive meanwhile.
  const [count, setCount] = useState(rows);
  const [error, setError] = useState<AppError | null>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [progress, setProgress] = useState<Events['data.deleting'] | null>(null);

  useEffect(() => onEvent('data.deleting', setProgress), []);

  /** What was deleted; null when nothing was. */
  const start = async (): Promise<Deletion | null> => {
    setDeleting(true);
    setError(null);
    setProgress(null);
    try {
      const result = await call('data.deleteAll', { table, filter, confirmedRows: count });
      if (result.outcome === 'cancelled') return null;
      clearSelection();
      return result;
    } catch (thrown) {
      const failure = toAppError(thrown);
      setError(failure);
      const { rows: present } = failure.params;
      if (failure.code === 'data.count_changed' && typeof present === 'number') setCount(present);
      return null;
    } finally {
      setDeleting(false);
      void refresh();
    }
  };

  return { count, error, isDeleting, progress, start };
}
