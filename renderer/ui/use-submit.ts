import { useState } from 'react';
import type { AppError } from '../../preload/contract';
import { toAppError } from '../app/errors';

/** What the dialogs with a form have in common: they are busy, and then they fail or are closed. */
export function useSubmit() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const submit = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toAppError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return { isBusy, error, submit };
}
