import { useMemo } from 'react';
import { useAppStore } from './app-store';
import { firstScreen, groupsFor, type Screen, type ScreenGroup, useNavigation } from './navigation';

/** The screens that the signed-in user's role permits, and which of them is shown. */
export function useScreens(): { groups: ScreenGroup[]; screens: Screen[]; current: Screen } {
  const role = useAppStore(({ status }) =>
    status?.state === 'unlocked' ? status.user.role : null,
  );
  const chosen = useNavigation((state) => state.screen);
  const groups = useMemo(() => (role === null ? [] : groupsFor(role)), [role]);
  const screens = useMemo(() => groups.flatMap((group) => group.screens), [groups]);
  const current = chosen !== null && screens.includes(chosen) ? chosen : firstScreen(role, screens);
  return { groups, screens, current: current ?? 'settings' };
}
