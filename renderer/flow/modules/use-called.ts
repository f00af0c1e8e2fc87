import { useMemo } from 'react';
import type { ModuleDescriptor } from '../../../preload/contract';
import { useLanguage } from '../use-language';
import { calledIn } from './catalogue';

/** A module as main tells of it: `moduleName` is null where its authors gave it none. */
interface Told {
  moduleType: string;
  moduleName: string | null;
}

/** Says what the authors call a module, or else its kind, in the language of the page. */
export function useCalled(modules: readonly ModuleDescriptor[]): (module: Told) => string {
  const language = useLanguage();
  return useMemo(() => {
    const catalogue = new Map(modules.map((each) => [each.type, each]));
    return ({ moduleType: type, moduleName: name }) =>
      calledIn(catalogue, { type, name }, language);
  }, [modules, language]);
}
