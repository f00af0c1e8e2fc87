import { z } from 'zod';
import { useKept } from '../app/place';

/** Whether a recovery code is or was shown of which the user has not said that it is kept: a lock takes it away. */
export function useUnkeptCode() {
  return useKept('recoveryCode.unkept', z.boolean(), false);
}
