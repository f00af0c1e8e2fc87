import { area } from '../../foundation/operation/operation';
import { builtInTranslation } from '../modules/built-in-words';
import { exportTranslations, suggestedTranslationFile } from './export-translations';
import { chooseTranslations, readTranslationsTask } from './import-translations';

/** What an author knows and does about the translations of an experience, beside its draft. */
export const translationArea = area(
  {
    'translations.builtIn': (_, { language, texts }) =>
      texts.map((text) => builtInTranslation(text, language) ?? null),
    'translations.export': {
      lane: 'screen',
      work: 'export',
      audit: 'experience.exported',
      savesAs: suggestedTranslationFile,
      run: exportTranslations,
    },
    'translations.chooseImport': chooseTranslations,
  },
  [readTranslationsTask],
);
