import { type FormField, type Language, plainText } from '../../../preload/contract';
import { writeMoment, writeTime } from '../../ui/dates/written-date';
import type { Json } from './field-props';
import { itemsOf } from './list-items';
import { visibleFields } from './visible-fields';

export interface ItemSummary {
  /** What the item is called: its first text. Empty while there is none. */
  readonly title: string;
  readonly details: readonly string[];
}

interface Words {
  /** Labels by field path. */
  readonly labels: Readonly<Record<string, string>>;
  readonly language: Language;
}

type Settings = Readonly<Record<string, Json>>;

/** An item of a list in a few words, such as `Mug` and `Per cent: 10`. */
export function summaryOfItem(
  fields: readonly FormField[],
  item: Settings,
  words: Words,
): ItemSummary {
  const visible = visibleFields(fields, item);
  const named = visible.find(({ kind }) => NAMES.has(kind));
  const title = named ? nameIn(named, item[named.key], words) : '';
  const details = visible.flatMap((field) => {
    const text = field === named ? '' : inWords(field, item[field.key], words);
    return text === '' ? [] : [text];
  });
  return { title, details };
}

const NAMES: ReadonlySet<FormField['kind']> = new Set([
  'text',
  'longText',
  'variable',
  'date',
  'dateTime',
]);

/** A day that an item is about says itself what it is. */
function nameIn(field: FormField, value: Json | undefined, words: Words): string {
  const isDay = field.kind === 'date' || field.kind === 'dateTime';
  return isDay && value ? writeMoment(String(value), words.language) : inWords(field, value, words);
}

/** Empty for what says little in a line: what is left out, off, or a picture. */
function inWords(field: FormField, value: Json | undefined, words: Words): string {
  const label = shortLabel(field.path, words);
  switch (field.kind) {
    case 'longText':
      return typeof value === 'string' ? plainText(value).replace(/\s+/g, ' ').trim() : '';
    case 'text':
    case 'variable':
    case 'expression':
      return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    case 'number':
      return typeof value === 'number'
        ? `${label}: ${new Intl.NumberFormat(words.language).format(value)}`
        : '';
    case 'select':
      return typeof value === 'string' ? (words.labels[`${field.path}.${value}`] ?? '') : '';
    case 'switch':
      return value === true ? label : '';
    case 'date':
    case 'dateTime':
      return value ? `${label} ${writeMoment(String(value), words.language)}` : '';
    case 'time':
      return value ? `${label} ${writeTime(String(value), words.language)}` : '';
    case 'list': {
      const items = itemsOf(value).map((item) => countedName(field.fields, item, words));
      const names = items.filter((name) => name !== '');
      return names.length > 0 ? `${label}: ${names.join(', ')}` : '';
    }
    default:
      return '';
  }
}

/** `3 × Mug`, where an item has a name and a number. */
function countedName(fields: readonly FormField[], item: Settings, words: Words): string {
  const { title } = summaryOfItem(fields, item, words);
  const number = fields.find(({ kind }) => kind === 'number');
  const count = number && item[number.key];
  return typeof count === 'number' && title !== ''
    ? `${new Intl.NumberFormat(words.language).format(count)} × ${title}`
    : title;
}

/** `From (a day, or a day and a time)` is `From`. */
function shortLabel(path: string, { labels }: Words): string {
  return (labels[path] ?? path).split(/[(:,;]/)[0]?.trim() ?? path;
}
