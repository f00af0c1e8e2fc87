import { createContext, useContext } from 'react';

/** Opens the legal text with this id in place. */
export type OpenLegalText = (id: string) => void;

export const LegalReaderContext = createContext<OpenLegalText | null>(null);

/** Null where no legal text can be opened, so that a link to one is plain words. */
export function useLegalReader(): OpenLegalText | null {
  return useContext(LegalReaderContext);
}
