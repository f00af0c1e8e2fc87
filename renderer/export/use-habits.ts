import { useEffect } from 'react';
import type { ExportHabits } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';

/** Begins with what the user chose last. */
export function useHabits(onKnown: (habits: ExportHabits) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    let isCurrent = true;
    call('exports.habits')
      .then((habits) => habits && isCurrent && onKnown(habits))
      .catch(showError);
    return () => {
      isCurrent = false;
    };
  }, []);
}

export function remember(habits: ExportHabits): void {
  call('exports.setHabits', habits).catch(showError);
}
