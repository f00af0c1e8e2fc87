import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, TableName } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';

/** What is wrong and what to do about it, with fields and modules called as the user sees them. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation(['flow', 'app']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);

  return useCallback(
    ({ code, field, moduleId, params }: Problem) => {
      const { modules } = useDraft.getState().graph;
      const type = modules.find(({ id }) => id === moduleId)?.type;
      const labels = type === undefined ? undefined : catalogue.get(type)?.texts[language].fields;
      const { needed, min, variable, table } = params;
      return t(`flow:problems.${code}`, {
        ...params,
        field: (field !== undefined && labels?.[field]) || field,
        // As it is written in a text; i18next would take its braces for a placeholder.
        reference: `\${${variable}}`,
        table: table && t(`app:tables.${table as TableName}`),
        needed: needed ? nameOf(catalogue, needed, language) : needed,
        ...(min !== undefined && { count: Number(min) }),
      });
    },
    [t, catalogue, language],
  );
}
