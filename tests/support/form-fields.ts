import type { FormField } from '../../preload/contract';

/** All fields of a form, those of its lists as well. */
export const formFields = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'list' ? formFields(field.fields) : [])]);
