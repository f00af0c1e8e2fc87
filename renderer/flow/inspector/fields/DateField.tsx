import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpecialFieldProps } from './special-field';

/** A day of one year (`2026-12-04`) or of every year (`12-04`). */
export function DateField({ input, value, onChange }: SpecialFieldProps) {
  const { t } = useTranslation('flow');
  return (
    <TextInput
      {...input}
      value={value}
      maxLength={10}
      spellCheck={false}
      placeholder={t('fields.datePlaceholder')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
