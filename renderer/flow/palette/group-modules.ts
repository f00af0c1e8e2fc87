import {
  type Language,
  MODULE_GROUPS,
  type ModuleDescriptor,
  type ModuleGroup,
} from '../../../preload/contract';
import type { Catalogue } from '../modules/catalogue';

export interface PaletteGroup {
  group: ModuleGroup;
  modules: ModuleDescriptor[];
}

/** The modules that match a search, in groups; groups without a match are left out. */
export function groupModules(
  catalogue: Catalogue,
  search: string,
  language: Language,
): PaletteGroup[] {
  const words = search.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const matches = [...catalogue.values()].filter((descriptor) => {
    const { name, description } = descriptor.texts[language];
    const text = `${name} ${description}`.toLocaleLowerCase(language);
    return words.every((word) => text.includes(word));
  });
  return MODULE_GROUPS.map((group) => ({
    group,
    modules: matches.filter((descriptor) => descriptor.group === group),
  })).filter(({ modules }) => modules.length > 0);
}
