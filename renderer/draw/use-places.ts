import { useCallback, useEffect, useState } from 'react';
import type { DrawnPlace } from '../../preload/contract';
import { call, onEvent } from '../app/client';

/** The places of a draw, also as others change them; null until they are loaded. */
export function usePlaces(drawId: string) {
  const [places, setPlaces] = useState<DrawnPlace[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    call('draws.places', { id: drawId }).then(setPlaces, setError);
  }, [drawId]);
  useEffect(() => {
    load();
    return onEvent('data.changed', ({ tables }) => {
      if (tables.includes('winners')) load();
    });
  }, [load]);
  return { places, error, load };
}
