import { Languages, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { Language, Preferences } from '../../preload/contract';
import { useAppStore } from './app-store';
import { showError } from './errors';
import { i18n } from './i18n';

type Name = keyof Preferences;
type Value = Preferences[Name];

const ICONS: Record<Value, LucideIcon> = {
  en: Languages,
  de: Languages,
  auto: Monitor,
  light: Sun,
  dark: Moon,
};

/** A preference of the user as something to choose: in a menu, by a switch, from the palette. */
export interface PreferenceChoices {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { value: Value; label: string; icon: LucideIcon }[];
  choose(value: string): void;
}

export function preferenceChoices(name: Name): PreferenceChoices {
  const { preferences, setPreferences } = useAppStore.getState();
  const set = (change: Partial<Preferences>): void => void setPreferences(change).catch(showError);
  if (name === 'language') {
    return {
      label: i18n.t('language.label'),
      value: preferences.language,
      choices: Language.options.map((value) => ({
        value,
        label: i18n.t(`language.${value}`),
        icon: ICONS[value],
      })),
      choose: (value) => set({ language: Language.parse(value) }),
    };
  }
  const { colorScheme } = Preferences.shape;
  return {
    label: i18n.t('colorScheme.label'),
    value: preferences.colorScheme,
    choices: colorScheme.options.map((value) => ({
      value,
      label: i18n.t(`colorScheme.${value}`),
      icon: ICONS[value],
    })),
    choose: (value) => set({ colorScheme: colorScheme.parse(value) }),
  };
}

/** The same for a component, which follows what is chosen elsewhere. */
export function usePreferenceChoices(name: Name): PreferenceChoices {
  useAppStore((state) => state.preferences);
  return preferenceChoices(name);
}
