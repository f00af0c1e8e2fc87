import type { Cell } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import type { Column } from '../../foundation/store/tables/define-table';
import { dayIn, type Words } from './texts';

type Row = Readonly<Record<string, Cell>>;

/** What a cell says in the words of whoever reads the page; empty where it says nothing. */
export function cellText(row: Row, [name, { kind }]: [string, Column], words: Words): string {
  const value = row[name] ?? null;
  if (value === null) return '';
  const text = String(value);
  const { texts, language, instant } = words;
  if (kind === 'instant') return instant(Number(value));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && name.endsWith('_on')) return dayIn(language)(text);
  const module = moduleOf(String(row.module_type))?.texts[language];
  if (name === 'module_type') return module?.name ?? text;
  if (name === 'event') return module?.events?.[text] ?? text;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...texts.summary.values,
    channel: texts.channels,
  };
  return known[name]?.[text] ?? text;
}
