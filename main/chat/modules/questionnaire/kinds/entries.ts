import { z } from 'zod';
import type { Prompt } from '../../../../../preload/contract';
import { joinLabels } from '../../../engine/chosen';
import type { Scope } from '../../../engine/expressions/functions';
import { interpolate } from '../../../engine/interpolate';
import { OTHER, otherOption, readOther } from '../../ask/other-option';
import { itemId, label, optionalLabel } from '../../fields';
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

/** The label of an option that is told in own words; empty where none is offered. */
export const otherLabel = optionalLabel;

export const otherWords = {
  en: { otherLabel: 'Label for "Other", with a text of their own (empty: not offered)' },
  de: { otherLabel: 'Beschriftung für „Sonstiges“ mit eigenem Text (leer: nicht angeboten)' },
};

/** The id of the option that says that no other applies. */
export const NONE = 'none';

/** What can be chosen. */
export interface Choosable {
  readonly options: Entries;
  readonly otherLabel?: string;
  readonly noneLabel?: string;
}

type Options = Extract<Prompt, { kind: 'choices' }>['options'];

export function offered({ options, otherLabel = '', noneLabel = '' }: Choosable): Options {
  const none = noneLabel === '' ? [] : [{ id: NONE, label: noneLabel, excludesOthers: true }];
  return [...options, ...otherOption(otherLabel), ...none];
}

/** Whether an option of the list has an id that stands for one beside it. */
export function clashes({ options, otherLabel = '', noneLabel = '' }: Choosable): string[] {
  const has = (id: string): boolean => options.some((option) => option.id === id);
  return [
    ...(otherLabel !== '' && has(OTHER) ? ['otherLabel'] : []),
    ...(noneLabel !== '' && has(NONE) ? ['noneLabel'] : []),
  ];
}

/** Reads one option; null for an unknown one, and for one that lacks its text. */
export function readOne(
  question: Choosable,
  answer: { option: string; text?: string | undefined },
  scope: Scope,
): Read | null {
  const label = labelOf(question, answer.option, answer.text, scope);
  return label === null ? null : { answer: label, optionIds: [answer.option] };
}

/** Reads from `min` to `max` different options; null for other numbers and unknown options. */
export function readChosen(
  question: Choosable,
  answer: { options: readonly string[]; text?: string | undefined },
  { min, max }: { min: number; max: number },
  scope: Scope,
): Read | null {
  const ids = new Set(answer.options);
  const found = offered(question).filter(({ id }) => ids.has(id));
  if (found.length !== ids.size || ids.size !== answer.options.length) return null;
  const isNone = found.some(({ excludesOthers }) => excludesOthers);
  if (isNone ? found.length > 1 : found.length < min || found.length > max) return null;
  const labels = found.map(({ id }) => labelOf(question, id, answer.text, scope));
  if (!labels.every((label) => label !== null)) return null;
  return { answer: joinLabels(labels), optionIds: found.map(({ id }) => id) };
}

function labelOf(
  question: Choosable,
  id: string,
  text: string | undefined,
  scope: Scope,
): string | null {
  const option = offered(question).find((each) => each.id === id);
  if (!option) return null;
  const label = interpolate(option.label, scope);
  return option.takesText ? readOther(label, text) : label;
}

/** An author who asks for more than there is gets all that there is. */
export function choicesAllowed(
  count: number,
  {
    minChoices = 1,
    maxChoices,
  }: { minChoices?: number | undefined; maxChoices?: number | undefined },
) {
  const max = Math.min(maxChoices ?? count, count);
  return { min: Math.min(minChoices, max), max };
}
