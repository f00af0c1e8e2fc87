import { useMemo } from 'react';
import { type Offer, offersOfChat } from '../../../../preload/contract';
import { useBuilder } from '../../builder-store';
import { useDraft } from '../../draft-store';

/** What participants choose from in the draft, by the variable that is set to it. */
export function useOffers(): ReadonlyMap<string, Offer> {
  const modules = useDraft(({ graph }) => graph.modules);
  const settings = useDraft(({ graph }) => graph.settings);
  const catalogue = useBuilder((state) => state.catalogue);
  return useMemo(
    () => offersOfChat({ modules, settings }, (type) => catalogue.get(type)?.offers),
    [modules, settings, catalogue],
  );
}
