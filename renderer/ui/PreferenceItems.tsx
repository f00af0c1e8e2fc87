import { Menu } from '@mantine/core';
import { usePreferenceChoices } from '../app/preference-choices';

interface Props {
  name: Parameters<typeof usePreferenceChoices>[0];
}

/** A preference of the user in a menu. */
export function PreferenceItems({ name }: Props) {
  const { label, value: current, choices, choose } = usePreferenceChoices(name);
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      <Menu.RadioGroup value={current} onChange={choose}>
        {choices.map((choice) => (
          <Menu.RadioItem key={choice.value} value={choice.value} closeMenuOnClick>
            {choice.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
