import type { Language, ModuleNode } from '../../../preload/contract';
import { moduleOf } from '.';

/** What staff call a module: by the name that its authors gave it, or else by its kind. */
export function calledIn(
  { type, name }: Pick<ModuleNode, 'type'> & { readonly name?: string | null | undefined },
  language: Language,
): string {
  return name ?? moduleOf(type)?.texts[language].name ?? type;
}
