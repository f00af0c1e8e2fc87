import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { usePreferenceChoices } from '../app/preference-choices';
import { PreferenceItems } from './PreferenceItems';

export function ColorSchemeMenu() {
  const { label, value, choices } = usePreferenceChoices('colorScheme');
  const Icon = choices.find((choice) => choice.value === value)?.icon;
  return (
    <Menu position="bottom-end">
      <Tooltip label={label}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={label}>
            {Icon && <Icon size={18} strokeWidth={1.75} aria-hidden />}
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <PreferenceItems name="colorScheme" />
      </Menu.Dropdown>
    </Menu>
  );
}
