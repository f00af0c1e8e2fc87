import { useEffect, useState } from 'react';
import type { AppError, Input } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import type { ExportCount } from './choices';

/** How many rows such an export would have; null until that is known. */
export function useCount(scope: Input<'exports.count'>) {
  const [count, setCount] = useState<ExportCount | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const key = JSON.stringify(scope);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in it counts, not the object
  useEffect(() => {
    let isCurrent = true;
    setCount(null);
    setError(null);
    if (scope.tables.length === 0) return;
    call('exports.count', scope)
      .then((found) => isCurrent && setCount(found))
      .catch((reason: unknown) => isCurrent && setError(toAppError(reason)));
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return { count, error };
}
