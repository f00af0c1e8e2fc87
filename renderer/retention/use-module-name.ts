import { useMemo } from 'react';
import { useLanguage } from '../flow/use-language';
import { useRetention } from './retention-store';

/** Names kinds of modules in the language of the page. */
export function useModuleName(): (type: string) => string {
  const modules = useRetention((state) => state.modules);
  const language = useLanguage();
  return useMemo(() => {
    const names = new Map(modules.map(({ type, texts }) => [type, texts[language].name]));
    return (type: string) => names.get(type) ?? type;
  }, [modules, language]);
}
