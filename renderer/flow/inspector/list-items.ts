import type { FormField } from '../../../preload/contract';
import type { Json } from './field-props';

export type Item = { id: string } & Record<string, Json>;

/** The items of a list; whatever else a damaged draft may hold in it is left alone and not shown. */
export function itemsOf(value: Json | undefined): Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isItem(value: Json): value is Item {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof value.id === 'string'
  );
}

/** Empty texts and lists, so that what has to be filled in is shown as missing, not as broken. */
export function newItem(fields: readonly FormField[]): Item {
  const item: Item = { id: crypto.randomUUID() };
  for (const field of fields) {
    const value = emptyValue(field);
    if (value !== undefined) item[field.key] = value;
  }
  return item;
}

/** Undefined for a number that may be left out. */
function emptyValue(field: FormField): Json | undefined {
  switch (field.kind) {
    case 'list':
    case 'options':
    case 'multiSelect':
      return [];
    case 'switch':
      return false;
    case 'select':
      return field.initial ?? field.options[0] ?? '';
    case 'number':
      return field.initial;
    default:
      return '';
  }
}

export function moveItem(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
