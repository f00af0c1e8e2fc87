import type { FormField } from '../../preload/contract';
import { moduleOf, modules } from '../modules';
import { formOf } from '../modules/form';

const forms = new Map<string, readonly FormField[]>();

/** The inspector's form of a kind of module; what has an id in its settings follows from it. */
export function formOfType(type: string): readonly FormField[] | undefined {
  if (forms.size === 0) for (const each of modules) forms.set(each.type, formOf(each.settings));
  return forms.get(type);
}

export function knowsType(type: string): boolean {
  return moduleOf(type) !== undefined;
}
