import type { FormField, Language, ModuleDescriptor } from '../../../preload/contract';
import type { Json } from './diff-graphs';

/** How a list's items and long texts are cut, so that a change is read at a glance. */
const MAX_LENGTH = 400;

export function settingLabel(
  descriptor: ModuleDescriptor | undefined,
  key: string,
  language: Language,
): string {
  return descriptor?.texts[language].fields[key] ?? key;
}

interface Words {
  yes: string;
  no: string;
  /** Labels of options by their ids. */
  options: ReadonlyMap<string, string>;
}

/** A setting as its author would say it: a select by its option's words, a list by its items. */
export function readableSetting(
  descriptor: ModuleDescriptor | undefined,
  key: string,
  value: Json | undefined,
  words: Words & { language: Language },
): string {
  const field = descriptor?.form.find((candidate) => candidate.key === key);
  const labels = descriptor?.texts[words.language].fields ?? {};
  const text = say(value, field, labels, words);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

function say(
  value: Json | undefined,
  field: FormField | undefined,
  labels: Readonly<Record<string, string>>,
  words: Words,
): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (field?.kind === 'options') return words.options.get(value) ?? value;
    const hasOptions = field?.kind === 'select' || field?.kind === 'multiSelect';
    const option = hasOptions ? labels[`${field.path}.${value}`] : undefined;
    // Of an image, its kind is enough to read.
    return option ?? (value.startsWith('data:') ? value.split(';', 1).join() : value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => say(item, field, labels, words)).join('; ');
  }
  const fields = field?.kind === 'list' ? field.fields : [];
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([key, inner]) =>
      say(
        inner,
        fields.find((candidate) => candidate.key === key),
        labels,
        words,
      ),
    )
    .filter(Boolean)
    .join(', ');
}
