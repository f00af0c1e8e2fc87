import type { ReactNode } from 'react';

/** What the steps say of a file that is not for those who export it. */
export interface FileWords {
  /** At the one-time password: what the file will be. */
  readonly password: string;
  /** Which programs open it. */
  readonly programs: string;
  /** What is to be done with the saved file. */
  readonly saved: ReactNode;
}
