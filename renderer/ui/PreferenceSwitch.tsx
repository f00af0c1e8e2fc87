import { SegmentedControl } from '@mantine/core';
import { usePreferenceChoices } from '../app/preference-choices';

interface Props {
  name: Parameters<typeof usePreferenceChoices>[0];
  /** Codes instead of whole names. */
  isShort?: boolean;
}

export function PreferenceSwitch({ name, isShort = false }: Props) {
  const { label, value: current, choices, choose } = usePreferenceChoices(name);
  return (
    <SegmentedControl
      size={isShort ? 'xs' : 'sm'}
      aria-label={label}
      value={current}
      data={choices.map((choice) => ({
        value: choice.value,
        label: isShort ? (
          <abbr title={choice.label} style={{ textDecoration: 'none' }}>
            {choice.value.toUpperCase()}
          </abbr>
        ) : (
          choice.label
        ),
      }))}
      onChange={choose}
    />
  );
}
