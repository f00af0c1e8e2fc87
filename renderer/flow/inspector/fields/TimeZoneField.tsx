import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpecialFieldProps } from './special-field';

const ZONES = Intl.supportedValuesOf('timeZone');
const SHOWN_AT_ONCE = 50;

export function TimeZoneField({ input, value, onChange }: SpecialFieldProps) {
  const { t } = useTranslation('flow');
  return (
    <Select
      {...input}
      data={ZONES}
      value={value || null}
      placeholder={t('fields.ownTimeZone', {
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })}
      limit={SHOWN_AT_ONCE}
      searchable
      clearable
      onChange={(zone) => onChange(zone ?? '')}
    />
  );
}
