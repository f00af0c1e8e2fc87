import { Select } from '@mantine/core';
import { useBuilder } from '../../builder-store';
import type { SpecialFieldProps } from './special-field';

/** Another experience of the workspace. */
export function ExperienceField({ input, value, onChange }: SpecialFieldProps) {
  const experiences = useBuilder((state) => state.experiences);
  const own = useBuilder((state) => state.experience?.id);
  const data = experiences
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...input}
      data={data}
      value={value || null}
      searchable
      clearable
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
