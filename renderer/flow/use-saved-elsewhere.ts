import { useEffect } from 'react';
import { onEvent } from '../app/client';
import { showError } from '../app/errors';
import { takeSavedElsewhere } from './builder-actions';

/** Follows what another window of this user saves of the experience that is open here. */
export function useSavedElsewhere(): void {
  useEffect(
    () => onEvent('experiences.saved', (saved) => void takeSavedElsewhere(saved).catch(showError)),
    [],
  );
}
