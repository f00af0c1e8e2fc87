import { z } from 'zod';
import { joinLabels } from '../../../engine/chosen';
import type { Scope } from '../../../engine/expressions/functions';
import { interpolate } from '../../../engine/interpolate';
import { itemId, label } from '../../fields';
import type { Read } from './kind';

export const MAX_ENTRIES = 50;

/** Labels with ids: options, or rows of a table. */
export const entries = z
  .array(z.object({ id: itemId, label }))
  .max(MAX_ENTRIES)
  .default([]);
export type Entries = z.infer<typeof entries>;

/** Words for the setting `options`, which several kinds have. */
export const optionWords = {
  en: {
    options: 'Options, or columns of the table',
    'options.item': 'Add option',
    'options.label': 'Label',
  },
  de: {
    options: 'Antworten oder Spalten der Tabelle',
    'options.item': 'Antwort hinzufügen',
    'options.label': 'Beschriftung',
  },
};

/** Reads from `min` to `max` different options; null for other numbers and unknown options. */
export function readChosen(
  options: Entries,
  chosen: readonly string[],
  { min, max }: { min: number; max: number },
  scope: Scope,
): Read | null {
  const ids = new Set(chosen);
  const found = options.filter(({ id }) => ids.has(id));
  if (found.length !== ids.size || found.length < min || found.length > max) return null;
  return {
    answer: joinLabels(found.map(({ label }) => interpolate(label, scope))),
    optionIds: found.map(({ id }) => id),
  };
}

/** Reads one option; null for an unknown one. */
export function readOne(options: Entries, chosen: string, scope: Scope): Read | null {
  const option = options.find(({ id }) => id === chosen);
  return option ? { answer: interpolate(option.label, scope), optionIds: [option.id] } : null;
}
