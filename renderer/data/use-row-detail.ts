import { useCallback, useEffect, useState } from 'react';
import type { AppError, Output, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';

/** A row and what belongs to it, as they are now. */
export function useRowDetail(table: TableName, id: number) {
  const [detail, setDetail] = useState<Output<'data.row'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  const read = useCallback(async () => {
    setError(null);
    try {
      setDetail(await call('data.row', { table, id }));
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  }, [table, id]);

  useEffect(() => void read(), [read]);

  return { detail, error, read };
}
