import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CodePool } from '../../../../preload/contract';
import { call } from '../../../app/client';
import type { SpecialFieldProps } from './special-field';

/** Codes that were imported into the workspace. */
export function CodePoolField({ input, value, onChange }: SpecialFieldProps) {
  const [pools, setPools] = useState<CodePool[]>([]);
  useEffect(() => {
    call('codes.pools').then(setPools, () => setPools([]));
  }, []);
  return (
    <Select
      {...input}
      data={pools.map(({ id, name }) => ({ value: id, label: name }))}
      value={value || null}
      searchable
      clearable
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
