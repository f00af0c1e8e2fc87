import { useMemo } from 'react';
import type { EffectiveRule } from '../../preload/contract';
import { useLanguage } from '../flow/use-language';
import { useRetention } from './retention-store';

interface ModuleGroup {
  id: string;
  name: string;
  places: EffectiveRule[];
}

interface ExperienceGroup {
  id: string;
  name: string;
  modules: ModuleGroup[];
}

/** What modules store, by experience and module, in the order in which they come. */
export function useModuleGroups(): ExperienceGroup[] {
  const effective = useRetention(({ policy }) => policy?.effective);
  const moduleName = useModuleName();
  return useMemo(() => {
    const experiences = new Map<string, ExperienceGroup>();
    const modules = new Map<string, ModuleGroup>();
    for (const place of effective ?? []) {
      const { experienceId, experienceName, moduleId, moduleType } = place;
      const experience = experiences.get(experienceId) ?? {
        id: experienceId,
        name: experienceName,
        modules: [],
      };
      experiences.set(experienceId, experience);
      const key = `${experienceId} ${moduleId}`;
      const module = modules.get(key) ?? { id: moduleId, name: moduleName(moduleType), places: [] };
      if (!modules.has(key)) experience.modules.push(module);
      modules.set(key, module);
      module.places.push(place);
    }
    return [...experiences.values()];
  }, [effective, moduleName]);
}

/** Names kinds of modules in the language of the page. */
export function useModuleName(): (type: string) => string {
  const modules = useRetention((state) => state.modules);
  const language = useLanguage();
  return useMemo(() => {
    const names = new Map(modules.map(({ type, texts }) => [type, texts[language].name]));
    return (type: string) => names.get(type) ?? type;
  }, [modules, language]);
}
