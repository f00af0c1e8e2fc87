import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpecialFieldProps } from './special-field';

const DAY_LENGTH = '2026-12-04'.length;

/** A day of one year (`2026-12-04`) or of every year (`12-04`); where there is room, with a time. */
export function DateField({ input, value, maxLength = DAY_LENGTH, onChange }: SpecialFieldProps) {
  const { t } = useTranslation('flow');
  return (
    <TextInput
      {...input}
      value={value}
      maxLength={maxLength}
      spellCheck={false}
      placeholder={t(
        maxLength > DAY_LENGTH ? 'fields.momentPlaceholder' : 'fields.datePlaceholder',
      )}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
