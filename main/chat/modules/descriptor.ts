import { type Language, type ModuleDescriptor, TABLE_NAMES } from '../../../preload/contract';
import type { ModuleDefinition } from './define-module';
import { defaultsOf, formOf } from './form';

/** What the renderer learns of a module: all of the declaration but its behaviour. */
export function describeModule(definition: ModuleDefinition): ModuleDescriptor {
  const { type, group, icon, settings, texts, branches, offers, stores, summary, storesOnlyWhen } =
    definition;
  return {
    type,
    group,
    icon,
    form: formOf(settings),
    branches,
    stores: TABLE_NAMES.flatMap((table) => {
      const days = stores[table];
      const onlyWhen = storesOnlyWhen?.[table];
      return days === undefined ? [] : [{ table, days, ...(onlyWhen && { onlyWhen }) }];
    }),
    texts: byLanguage((language) => texts[language]),
    initial: byLanguage((language) => ({ ...defaultsOf(settings), ...texts[language].initial })),
    ...(summary !== undefined && { summary }),
    ...(offers && { offers }),
  };
}

function byLanguage<T>(value: (language: Language) => T): Record<Language, T> {
  return { en: value('en'), de: value('de') };
}
