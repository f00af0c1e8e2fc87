import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Preferences } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { showError } from '../app/errors';

type ColorScheme = Preferences['colorScheme'];

const ICONS: Record<ColorScheme, LucideIcon> = { auto: Monitor, light: Sun, dark: Moon };

export function ColorSchemeMenu() {
  const { t } = useTranslation('app');
  const current = useAppStore((state) => state.preferences.colorScheme);
  const setPreferences = useAppStore((state) => state.setPreferences);
  const CurrentIcon = ICONS[current];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('colorScheme.label')}>
          <ActionIcon size="lg" aria-label={t('colorScheme.label')}>
            <CurrentIcon size={18} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {Preferences.shape.colorScheme.options.map((value) => {
          const Icon = ICONS[value];
          return (
            <Menu.Item
              key={value}
              leftSection={<Icon size={16} aria-hidden />}
              role="menuitemradio"
              aria-checked={value === current}
              onClick={() => void setPreferences({ colorScheme: value }).catch(showError)}
            >
              {t(`colorScheme.${value}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
