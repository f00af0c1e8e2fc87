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
      <Tooltip label={t('colorScheme.label')}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('colorScheme.label')}>
            <CurrentIcon size={18} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={current}
          onChange={(value) =>
            void setPreferences({ colorScheme: value as ColorScheme }).catch(showError)
          }
        >
          {Preferences.shape.colorScheme.options.map((value) => {
            const Icon = ICONS[value];
            return (
              <Menu.RadioItem
                key={value}
                value={value}
                closeMenuOnClick
                rightSection={<Icon size={16} aria-hidden />}
              >
                {t(`colorScheme.${value}`)}
              </Menu.RadioItem>
            );
          })}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
