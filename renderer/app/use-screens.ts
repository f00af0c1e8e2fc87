import { useMemo } from 'react';
import { useAppStore } from './app-store';
import { type Screen, screensFor, useNavigation } from './navigation';

/** The screens that the signed-in user's role permits, and which of them is shown. */
export function useScreens(): { screens: Screen[]; current: Screen } {
  const role = useAppStore(({ status }) =>
    status?.state === 'unlocked' ? status.user.role : null,
  );
  const chosen = useNavigation((state) => state.screen);
  const screens = useMemo(() => (role === null ? [] : screensFor(role)), [role]);
  const current = chosen !== null && screens.includes(chosen) ? chosen : screens[0];
  return { screens, current: current ?? 'settings' };
}
