import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, TableName } from '../../../preload/contract';
import { languageName, plainText } from '../../../preload/contract';
import type { ColourName, Scheme } from '../../../preload/contract/palette';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';

/** What is wrong and what to do about it, with fields and modules called as the user sees them. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation(['flow', 'app', 'design']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);

  return useCallback(
    ({ code, field, moduleId, params }: Problem) => {
      const { modules } = useDraft.getState().graph;
      const type = modules.find(({ id }) => id === moduleId)?.type;
      const labels = type === undefined ? undefined : catalogue.get(type)?.texts[language].fields;
      const { needed, min, table, count } = params;
      // Words of the flow without their marks.
      const words = Object.fromEntries(
        ['text', 'label', 'branch'].flatMap((key) =>
          params[key] === undefined ? [] : [[key, plainText(params[key])]],
        ),
      );
      return t(`flow:problems.${code}`, {
        ...params,
        ...words,
        field: (field !== undefined && labels?.[field]) || field,
        table: table && t(`app:tables.${table as TableName}`),
        ...(code === 'contrast_too_low' && {
          scheme: t(`design:colour.schemes.${params.scheme as Scheme}`),
          text: t(`design:colours.${params.text as ColourName}`),
          ground: t(`design:colours.${params.ground as ColourName}`),
          ratio: Number(params.ratio),
          least: Number(params.least),
        }),
        needed: needed ? nameOf(catalogue, needed, language) : needed,
        ...(min !== undefined && { count: Number(min) }),
        ...(count !== undefined && { count: Number(count) }),
        ...(params.language && { language: languageName(params.language, language) }),
      });
    },
    [t, catalogue, language],
  );
}
