import {
  type FormField,
  type Language,
  legalIdOf,
  type ModuleDescriptor,
  plainText,
} from '../../../preload/contract';
import type { Json } from './diff-graphs';

/** How a list's items and long texts are cut, so that a change is read at a glance. */
const MAX_LENGTH = 400;

/** As `plainText` shows them in texts that have marks. */
const REFERENCE = /\$\{\s*([^{}]*?)\s*\}/g;

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
  /** Names of legal texts by their ids. */
  legalTexts?: ReadonlyMap<string, string>;
}

/**
 * A setting before and after a change, in words: marks and the signs of references are not shown, so
 * that both sides are the same where only these have changed.
 */
export function readableChange(
  descriptor: ModuleDescriptor | undefined,
  { key, before, after }: { key: string; before: Json | undefined; after: Json | undefined },
  words: Words & { language: Language },
): { was: string; is: string } {
  return {
    was: readableSetting(descriptor, key, before, words),
    is: readableSetting(descriptor, key, after, words),
  };
}

/** A setting as its author would say it: a select by its option's words, a list by its items. */
function readableSetting(
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
    if (field?.kind === 'legalText') {
      return words.legalTexts?.get(legalIdOf(value) ?? '') ?? value;
    }
    if (field?.kind === 'options') return words.options.get(value) ?? value;
    if (isRich(field)) return plainText(value);
    const hasOptions = field?.kind === 'select' || field?.kind === 'multiSelect';
    const option = hasOptions ? labels[`${field.path}.${value}`] : undefined;
    if (option !== undefined) return option;
    // Of a file, its kind or the beginning of its name is enough to tell it from another.
    if (value.startsWith('data:')) return value.split(';', 1).join();
    if (/^asset:[0-9a-f]{64}$/.test(value)) return value.slice(0, 'asset:'.length + 8);
    return value.replaceAll(REFERENCE, '‹$1›');
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

function isRich(field: FormField | undefined): boolean {
  return field?.kind === 'longText' && field.isRich === true;
}
