import type { ReactNode } from 'react';
import type { LegalKind } from '../../../../preload/contract';

/** An input for a text that is more than a text. */
export interface SpecialFieldProps {
  /** Label, error and marks, as every input takes them. */
  input: {
    label?: string;
    'aria-label'?: string;
    error: ReactNode;
    withAsterisk: boolean;
    'data-field': string;
  };
  value: string;
  moduleId: string;
  maxLength?: number | undefined;
  /** Which kind of legal text is chosen. */
  legalKind?: LegalKind | undefined;
  /** A date that may be one of every year. */
  mayRepeat?: boolean | undefined;
  /** A date that may have a time of day. */
  mayHaveTime?: boolean | undefined;
  onChange(value: string): void;
}
