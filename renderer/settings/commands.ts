import {
  CalendarClock,
  DatabaseBackup,
  Eraser,
  KeyRound,
  type LucideIcon,
  Settings2,
  SunMoon,
  Timer,
  ToggleLeft,
} from 'lucide-react';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { preferenceChoices } from '../app/preference-choices';
import { openSetting, type SettingSection } from './setting-sections';

const SECTIONS = {
  storage: { title: 'settings:storage.title', icon: ToggleLeft },
  sweep: { title: 'settings:sweep.title', icon: Eraser },
  mine: { title: 'users:mine.title', icon: KeyRound },
  clock: { title: 'settings:clockJump.title', icon: CalendarClock },
  idleLock: { title: 'settings:idleLock.title', icon: Timer },
  preferences: { title: 'settings:preferences.title', icon: SunMoon },
  backup: { title: 'backup:title', icon: DatabaseBackup },
  workspace: { title: 'settings:workspace.title', icon: Settings2 },
} as const satisfies Record<SettingSection, { title: string; icon: LucideIcon }>;

export const commands: CommandSource = {
  list: ({ may }) => [...sections(may('backup.save')), ...preferences()],
};

function sections(mayBackUp: boolean): Command[] {
  return (Object.keys(SECTIONS) as SettingSection[])
    .filter((section) => section !== 'backup' || mayBackUp)
    .map((section) => ({
      id: `setting-${section}`,
      group: 'settings' as const,
      label: i18n.t(SECTIONS[section].title),
      detail: i18n.t('nav.settings'),
      icon: SECTIONS[section].icon,
      run: () => openSetting(section),
    }));
}

function preferences(): Command[] {
  return (['colorScheme', 'language'] as const).flatMap((name) => {
    const { label, value: current, choices, choose } = preferenceChoices(name);
    return choices
      .filter(({ value }) => value !== current)
      .map(({ value, label: choice, icon }) => ({
        id: `${name}-${value}`,
        group: 'settings' as const,
        label: `${label}: ${choice}`,
        icon,
        run: () => choose(value),
      }));
  });
}
