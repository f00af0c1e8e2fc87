import { useMemo } from 'react';
import type { FormField, ModuleNode } from '../../../../preload/contract';
import { useBuilder } from '../../builder-store';
import { useDraft } from '../../draft-store';

/** Names that the author has given to variables anywhere in the draft. */
export function useKnownVariables(): string[] {
  const modules = useDraft(({ graph }) => graph.modules);
  const catalogue = useBuilder((state) => state.catalogue);
  return useMemo(() => {
    const names = modules.flatMap(({ type, settings }) =>
      namesIn(catalogue.get(type)?.form ?? [], settings),
    );
    return [...new Set(names)].toSorted();
  }, [modules, catalogue]);
}

function namesIn(form: readonly FormField[], settings: ModuleNode['settings']): string[] {
  return form.flatMap((field) => {
    const value = settings[field.key];
    if (field.kind === 'variable') return typeof value === 'string' && value ? [value] : [];
    if (field.kind !== 'list' || !Array.isArray(value)) return [];
    return value.flatMap((item) =>
      item !== null && typeof item === 'object' && !Array.isArray(item)
        ? namesIn(field.fields, item)
        : [],
    );
  });
}
