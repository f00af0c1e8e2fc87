import { createContext, useContext } from 'react';
import type { Appearance } from '../../../preload/contract';
import type { Scheme } from '../../../preload/contract/palette';

/** How the chat looks here. */
export interface Brand {
  readonly appearance: Appearance;
  readonly scheme: Scheme;
}

export const BrandContext = createContext<Brand | null>(null);

/** Null where nothing around the component says how the chat looks. */
export function useBrand(): Brand | null {
  return useContext(BrandContext);
}
