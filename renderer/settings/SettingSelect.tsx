import { NativeSelect } from '@mantine/core';
import { showError } from '../app/errors';
import { notify } from '../app/notify';

export interface SettingSelectProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  disabled: boolean;
  /** Said once the choice is kept. */
  done: string;
  onChoose: (value: string) => Promise<void>;
}

/** A setting of the workspace that is kept as soon as it is chosen. */
export function SettingSelect({ choices, done, onChoose, ...props }: SettingSelectProps) {
  const choose = async (value: string) => {
    try {
      await onChoose(value);
      notify(done);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <NativeSelect
      {...props}
      styles={{ wrapper: { maxWidth: 280 } }}
      data={[...choices]}
      onChange={(event) => void choose(event.currentTarget.value)}
    />
  );
}

/** The choices, with the present value among them even if it is none of these. */
export function including(choices: readonly number[], value: number | null): readonly number[] {
  if (value === null || choices.includes(value)) return choices;
  return [...choices, value].toSorted((a, b) => a - b);
}
