import {
  CalendarClock,
  DatabaseBackup,
  Eraser,
  KeyRound,
  Languages,
  type LucideIcon,
  Moon,
  Settings2,
  Sun,
  SunMoon,
  Timer,
  ToggleLeft,
} from 'lucide-react';
import { Language, Preferences } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
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

const SCHEME_ICONS = { auto: SunMoon, light: Sun, dark: Moon };

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
  const { preferences: now, setPreferences } = useAppStore.getState();
  const schemes = Preferences.shape.colorScheme.options
    .filter((colorScheme) => colorScheme !== now.colorScheme)
    .map((colorScheme) => ({
      id: `scheme-${colorScheme}`,
      group: 'settings' as const,
      label: `${i18n.t('colorScheme.label')}: ${i18n.t(`colorScheme.${colorScheme}`)}`,
      icon: SCHEME_ICONS[colorScheme],
      run: () => setPreferences({ colorScheme }),
    }));
  const languages = Language.options
    .filter((language) => language !== now.language)
    .map((language) => ({
      id: `language-${language}`,
      group: 'settings' as const,
      label: `${i18n.t('language.label')}: ${i18n.t(`language.${language}`)}`,
      icon: Languages,
      run: () => setPreferences({ language }),
    }));
  return [...schemes, ...languages];
}
