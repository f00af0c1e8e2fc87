import { CircleHelp, Lock } from 'lucide-react';
import { useHelp } from '../../help/help-store';
import { lockWorkspace, useAppStore } from '../app-store';
import type { Command, CommandSource } from '../commands';
import { i18n } from '../i18n';
import { groupsFor } from '../navigation';
import { SCREEN_ICONS } from '../screen-icons';
import { shortcut } from '../shortcut';
import { showScreen } from '../show-screen';

/** Screens, and what can be done on each of them. */
export const commands: CommandSource = {
  list: () => [...screens(), ...everywhere()],
};

function screens(): Command[] {
  const { status } = useAppStore.getState();
  if (status?.state !== 'unlocked') return [];
  return groupsFor(status.user.role).flatMap(({ group, screens: ofGroup }) =>
    ofGroup.map((screen) => ({
      id: `screen-${screen}`,
      group: 'screens' as const,
      label: i18n.t(`nav.${screen}`),
      detail: i18n.t(`groups.${group}`),
      icon: SCREEN_ICONS[screen],
      run: () => showScreen(screen),
    })),
  );
}

function everywhere(): Command[] {
  return [
    {
      id: 'lock',
      group: 'actions',
      label: i18n.t('palette.lock'),
      keys: shortcut('L'),
      icon: Lock,
      run: lockWorkspace,
    },
    {
      id: 'first-steps',
      group: 'actions',
      label: i18n.t('firstSteps.open'),
      icon: CircleHelp,
      run: () => useHelp.getState().open(),
    },
  ];
}
