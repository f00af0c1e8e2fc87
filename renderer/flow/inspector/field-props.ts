import type { FormField, ModuleNode } from '../../../preload/contract';

export type Json = ModuleNode['settings'][string];

export interface FormContext {
  /** The module whose settings these are. */
  moduleId: string;
  /** Labels by field path, in the app's language. */
  labels: Readonly<Record<string, string>>;
  /** What to know about a field before setting it, by its path. */
  hints: Readonly<Record<string, string>>;
  /** What is wrong with the field at a path, given what is in it. */
  errorAt(path: string, value: Json | undefined): string | undefined;
}

export interface FieldProps<F extends FormField = FormField> {
  field: F;
  value: Json | undefined;
  form: FormContext;
  /** The only field of a list's items; assistive technology still gets its label. */
  hidesLabel?: boolean;
  /** The settings beside it. */
  beside: Readonly<Record<string, Json>>;
  /** Changes settings beside it together with its own, as one step. */
  onChangeAll(values: Readonly<Record<string, Json>>, group: string): void;
  /** No value: the setting is left out. `group` tells what is typed into one input apart. */
  onChange(value: Json | undefined, group: string): void;
}
