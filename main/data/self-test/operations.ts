import { area } from '../../foundation/operation/operation';
import { countRowsTask, storageSelfTest } from './storage-self-test';

/** The proof that what is switched off is not stored. */
export const selfTestArea = area(
  { 'storage.selfTest': { audit: 'storage.self_tested', run: storageSelfTest } },
  [countRowsTask],
);
