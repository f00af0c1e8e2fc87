import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hintOrError } from '../ui/hint-or-error';

interface Props<T extends string> {
  label: string;
  hint: string;
  options: readonly { value: T; label: string }[];
  /** Null before something is chosen. */
  value: T | null;
  /** It was to be chosen before that. */
  isMissing: boolean;
  onChange: (value: T | null) => void;
}

/** A choice that somebody may have to account for: nothing is chosen for them. */
export function ChoiceInput<T extends string>(props: Props<T>) {
  const { label, hint, options, value, isMissing, onChange } = props;
  const { t } = useTranslation('privacy');
  return (
    <NativeSelect
      data-autofocus
      required
      label={label}
      {...hintOrError(hint, isMissing && value === null && t('requests.chooseMissing'))}
      data={[{ value: '', label: t('requests.choose') }, ...options]}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(options.find((option) => option.value === currentTarget.value)?.value ?? null)
      }
    />
  );
}
