import { useEffect, useMemo } from 'react';
import { useLegalTexts } from './legal-store';

/** Names of the workspace's legal texts by id, once they are loaded. */
export function useLegalNames(): ReadonlyMap<string, string> {
  const texts = useLegalTexts((state) => state.texts);
  useEffect(() => {
    const { texts: loaded, load } = useLegalTexts.getState();
    if (!loaded) void load();
  }, []);
  return useMemo(() => new Map((texts ?? []).map(({ id, name }) => [id, name])), [texts]);
}
