import { useEffect, useState } from 'react';
import type { AppError, DataFilter, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import type { ExportCount } from './choices';

const EVERYTHING: DataFilter = {};

/** How many rows an export of these tables would have; null until that is known. */
export function useCount(tables: readonly TableName[], filter: DataFilter = EVERYTHING) {
  const [count, setCount] = useState<ExportCount | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const key = tables.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are what counts, not the array
  useEffect(() => {
    let isCurrent = true;
    setCount(null);
    if (tables.length === 0) return;
    call('exports.count', { tables: [...tables], filter })
      .then((found) => isCurrent && setCount(found))
      .catch((reason: unknown) => isCurrent && setError(toAppError(reason)));
    return () => {
      isCurrent = false;
    };
  }, [key, filter]);
  return { count, error };
}
