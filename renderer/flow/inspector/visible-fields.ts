import type { FormField, Offer } from '../../../preload/contract';
import type { Json } from './field-props';

/** The fields that the settings ask for, as they are now. */
export function visibleFields(
  fields: readonly FormField[],
  settings: Readonly<Record<string, Json>>,
  offers: ReadonlyMap<string, Offer> = NO_OFFERS,
): FormField[] {
  const shown = fields.filter(({ shownWhen }) => {
    if (!shownWhen) return true;
    // A setting that is left out is empty.
    const value = settings[shownWhen.key] ?? '';
    const isFilledIn = typeof value === 'string' && value !== '';
    return shownWhen.values.some((each) => each === value || (each === true && isFilledIn));
  });
  const chosen = shown.filter((field) => field.kind === 'options' && asks(field, settings, offers));
  const replaced = new Set(chosen.map((field) => (field as OptionsFormField).text));
  return shown.filter(
    (field) => (field.kind !== 'options' || chosen.includes(field)) && !replaced.has(field.key),
  );
}

const NO_OFFERS: ReadonlyMap<string, Offer> = new Map();
type OptionsFormField = Extract<FormField, { kind: 'options' }>;

/** Whether it is asked which options, which includes the text that they are an alternative to. */
function asks(
  field: OptionsFormField,
  settings: Readonly<Record<string, Json>>,
  offers: ReadonlyMap<string, Offer>,
): boolean {
  const ids = settings[field.key];
  const hasIds = Array.isArray(ids) && ids.length > 0;
  return hasIds || offers.has(String(settings[field.variable] ?? '').trim());
}
