/** What is typed into a field, and so which keys it needs. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'url'
  | 'capitals'
  | 'passphrase'
  | 'number'
  | 'tel'
  | 'time'
  | 'date'
  /** Nothing is typed, but the next field can be reached. */
  | 'choice';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const UNTYPED = [
  'checkbox',
  'radio',
  'file',
  'range',
  'button',
  'submit',
  'reset',
  'color',
  'image',
  'hidden',
];

/** The element, when something is entered there by keyboard. */
export function asField(element: EventTarget | null): Field | null {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    return element;
  }
  if (!(element instanceof HTMLInputElement) || UNTYPED.includes(element.type)) return null;
  return element.readOnly || element.disabled ? null : element;
}

export function kindOf(field: Field): FieldKind {
  if (field instanceof HTMLSelectElement) return 'choice';
  if (field.dataset.day !== undefined) return 'date';
  if (field.type === 'password') return 'passphrase';
  if (field.type === 'tel' || field.inputMode === 'tel') return 'tel';
  if (field.type === 'number' || /^(decimal|numeric)$/.test(field.inputMode)) return 'number';
  if (field.type === 'email' || field.inputMode === 'email') return 'email';
  if (field.type === 'url' || field.inputMode === 'url') return 'url';
  if (field.closest('[data-format="time"]')) return 'time';
  if (field.autocapitalize === 'characters') return 'capitals';
  return 'text';
}

/** The fields of the same form, as they are gone through. */
export function fieldsAround(field: Field): Field[] {
  const scope = field.closest('form');
  if (!scope) return [field];
  const all = [...scope.querySelectorAll('input, textarea, select')];
  return all.flatMap((element) => asField(element) ?? []).filter((each) => !each.disabled);
}

/** The field after it, or before; null at either end. */
export function neighbourOf(field: Field, step: 1 | -1): Field | null {
  const fields = fieldsAround(field);
  return fields[fields.indexOf(field) + step] ?? null;
}
