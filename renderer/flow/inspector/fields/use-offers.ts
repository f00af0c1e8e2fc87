import { useMemo } from 'react';
import { type Offer, offersByVariable } from '../../../../preload/contract';
import { useBuilder } from '../../builder-store';
import { useDraft } from '../../draft-store';

/** What participants choose from in the draft, by the variable that is set to it. */
export function useOffers(): ReadonlyMap<string, Offer> {
  const modules = useDraft(({ graph }) => graph.modules);
  const catalogue = useBuilder((state) => state.catalogue);
  return useMemo(
    () => offersByVariable(modules, (type) => catalogue.get(type)?.offers),
    [modules, catalogue],
  );
}
