import type { FormField, IdDeclaration } from '../../../preload/contract';
import { moduleOf } from '.';
import type { ModuleDefinition } from './define-module';
import { formOf } from './form';

const forms = new WeakMap<ModuleDefinition, readonly FormField[]>();

/** The inspector's form of a kind of module, made once. */
export function formOfModule(definition: ModuleDefinition): readonly FormField[] {
  const known = forms.get(definition);
  if (known) return known;
  const form = formOf(definition.settings);
  forms.set(definition, form);
  return form;
}

export function formOfType(type: string): readonly FormField[] | undefined {
  const definition = moduleOf(type);
  return definition && formOfModule(definition);
}

/** Where the settings of a kind of module hold ids. */
export function idsOfType(type: string): IdDeclaration | undefined {
  const definition = moduleOf(type);
  return definition && { form: [...formOfModule(definition)], offers: definition.offers };
}

export function knowsType(type: string): boolean {
  return moduleOf(type) !== undefined;
}
