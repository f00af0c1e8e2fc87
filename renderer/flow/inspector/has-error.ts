import type { FormField } from '../../../preload/contract';
import type { FormContext, Json } from './field-props';
import { itemsOf } from './list-items';

/** Whether something is wrong with a field, or in the items of a list. */
export function hasError(
  field: FormField,
  value: Json | undefined,
  form: Pick<FormContext, 'errorAt'>,
): boolean {
  if (form.errorAt(field.path, value) !== undefined) return true;
  if (field.kind !== 'list') return false;
  return itemsOf(value).some((item) =>
    field.fields.some((inner) => hasError(inner, item[inner.key], form)),
  );
}
