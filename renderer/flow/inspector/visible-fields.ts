import type { FormField } from '../../../preload/contract';
import type { Json } from './field-props';

/** The fields that the settings ask for, as they are now. */
export function visibleFields(
  fields: readonly FormField[],
  settings: Readonly<Record<string, Json>>,
): FormField[] {
  return fields.filter(({ shownWhen }) => {
    if (!shownWhen) return true;
    const value = settings[shownWhen.key];
    return shownWhen.values.some((each) => each === value);
  });
}
