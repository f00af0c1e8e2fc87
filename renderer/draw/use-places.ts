import { useCallback, useEffect, useState } from 'react';
import type { DrawnPlace } from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { showError } from '../app/errors';

/** The places of a draw, also as others change them; null until they are loaded. */
export function usePlaces(drawId: string): DrawnPlace[] | null {
  const [places, setPlaces] = useState<DrawnPlace[] | null>(null);
  const load = useCallback(() => {
    call('draws.places', { id: drawId }).then(setPlaces, showError);
  }, [drawId]);
  useEffect(() => {
    load();
    return onEvent('data.changed', ({ tables }) => {
      if (tables.includes('winners')) load();
    });
  }, [load]);
  return places;
}
