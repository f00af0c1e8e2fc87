import { Select } from '@mantine/core';
import { useBuilder } from '../../builder-store';
import { useDraft } from '../../draft-store';
import { moduleOptions } from '../../modules/catalogue';
import { useLanguage } from '../../use-language';
import type { SpecialFieldProps } from './special-field';

const SHOWN_AT_ONCE = 50;

/** Another module of the same experience. */
export function ModuleField({ input, value, moduleId, onChange }: SpecialFieldProps) {
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const modules = useDraft(({ graph }) => graph.modules);
  const data = moduleOptions(catalogue, modules, language).filter(
    ({ value }) => value !== moduleId,
  );
  return (
    <Select
      {...input}
      data={data}
      value={value || null}
      limit={SHOWN_AT_ONCE}
      searchable
      clearable
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
