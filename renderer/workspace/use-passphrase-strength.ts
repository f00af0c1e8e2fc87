import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { estimateStrength, type Strength } from './passphrase-strength';

const TYPING_PAUSE_MS = 150;

/** Null until something was typed and estimated. */
export function usePassphraseStrength(passphrase: string, hint: string): Strength | null {
  const [settled] = useDebouncedValue(passphrase, TYPING_PAUSE_MS);
  const [strength, setStrength] = useState<Strength | null>(null);

  useEffect(() => {
    let isCurrent = true;
    if (settled === '') setStrength(null);
    else {
      void estimateStrength(settled, hint).then((estimated) => {
        if (isCurrent) setStrength(estimated);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [settled, hint]);

  return strength;
}
