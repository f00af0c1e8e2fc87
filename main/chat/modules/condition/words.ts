import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  'rules.0.label': {
    fr: 'Règle 1',
    es: 'Regla 1',
    it: 'Regola 1',
    nl: 'Regel 1',
    pl: 'Reguła 1',
    tr: 'Kural 1',
  },
};
