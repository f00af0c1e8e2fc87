import type { Prompt } from '../../../preload/contract';

type Form = Pick<Extract<Prompt, { kind: 'form' }>, 'fields' | 'layouts'>;
export type FormField = Form['fields'][number];

/**
 * The fields that are shown: all of them, or those that belong to what is chosen in one of them, in
 * their order behind it.
 */
export function shownFields(
  { fields, layouts }: Form,
  values: Readonly<Record<string, string>>,
): FormField[] {
  const deciding = fields.find(({ id }) => id === layouts?.field);
  if (!layouts || !deciding) return fields;
  const choice = values[deciding.id] ?? '';
  const index = Object.hasOwn(layouts.byChoice, choice) ? layouts.byChoice[choice] : undefined;
  const form = (index === undefined ? undefined : layouts.forms[index]) ?? [];
  const others = form.flatMap(({ id, required, label, options }) => {
    const field = fields.find((each) => each.id === id);
    const laidOut = { required, ...(label && { label }), ...(options && { options }) };
    return field ? [{ ...field, ...laidOut }] : [];
  });
  return [deciding, ...others];
}

/** Of the fields that are shown, what is entered; an option of another choice is none. */
export function valuesOf(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.id, enteredIn(field, values)]));
}

function enteredIn({ id, options }: FormField, values: Readonly<Record<string, string>>): string {
  const value = values[id] ?? '';
  return options && !options.some((option) => option.id === value) ? '' : value;
}

const NAMES = ['given-name', 'family-name'];

/** What was entered, a line for each field; the two parts of a name stand in one. */
export function inLines(
  fields: readonly FormField[],
  shownIn: (field: FormField) => string,
): string {
  const lines: { text: string; isName: boolean }[] = [];
  for (const field of fields) {
    const text = shownIn(field);
    const isName = NAMES.includes(field.autocomplete ?? '');
    const last = lines.at(-1);
    if (text === '') continue;
    if (last?.isName && isName) last.text += ` ${text}`;
    else lines.push({ text, isName });
  }
  return lines.map(({ text }) => text).join('\n');
}
