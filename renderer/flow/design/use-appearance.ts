import { useEffect } from 'react';
import { Appearance } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { createScreenStore } from '../../app/screen-store';
import { useDraft } from '../draft-store';

/** How chats of the workspace look that say nothing of it; null until main has said. */
export const useDefaultAppearance = createScreenStore<{ appearance: Appearance | null }>(() => ({
  appearance: null,
}));

const PLAIN = Appearance.parse({});

/** How the draft's chat looks, and whether it says so itself. */
export function useAppearance(): { appearance: Appearance; isOwn: boolean } {
  const own = useDraft(({ graph }) => graph.settings?.appearance);
  const byWorkspace = useDefaultAppearance((state) => state.appearance);
  useEffect(() => {
    if (byWorkspace !== null) return;
    call('appearance.default').then(
      (appearance) => useDefaultAppearance.setState({ appearance }),
      showError,
    );
  }, [byWorkspace]);
  return { appearance: own ?? byWorkspace ?? PLAIN, isOwn: own !== undefined };
}

/** The same outside of a component. */
export function currentAppearance(): Appearance {
  const own = useDraft.getState().graph.settings?.appearance;
  return own ?? useDefaultAppearance.getState().appearance ?? PLAIN;
}
