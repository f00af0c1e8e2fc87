import { z } from 'zod';
import { itemId, label, longText, optionalLabel, shownWhen, variableName } from '../fields';

const MAX_OPTIONS = 50;

const entries = z
  .array(z.object({ id: itemId, label }))
  .max(MAX_OPTIONS)
  .default([]);

const KINDS = ['single', 'multiple', 'scale', 'matrix', 'text'] as const;

/** How many options a kind needs before there is something to choose. */
const NEEDED_OPTIONS = { single: 2, multiple: 2, matrix: 2, scale: 0, text: 0 };

export const QuestionItem = z
  .object({
    id: itemId,
    text: longText,
    kind: z.enum(KINDS).default('single'),
    options: shownWhen(entries, 'kind', 'single', 'multiple', 'matrix'),
    rows: shownWhen(entries, 'kind', 'matrix'),
    minChoices: shownWhen(z.number().int().min(0).max(MAX_OPTIONS).optional(), 'kind', 'multiple'),
    maxChoices: shownWhen(z.number().int().min(1).max(MAX_OPTIONS).optional(), 'kind', 'multiple'),
    highest: shownWhen(z.number().int().min(2).max(10).default(5), 'kind', 'scale'),
    minLabel: shownWhen(optionalLabel, 'kind', 'scale'),
    maxLabel: shownWhen(optionalLabel, 'kind', 'scale'),
    /** Empty: the questionnaire's variable and the question's number. */
    variable: z
      .union([z.literal(''), variableName])
      .default('')
      .meta({ widget: 'variable' }),
    canSkip: z.boolean().default(false),
    mayNotKnow: z.boolean().default(false),
  })
  .superRefine(({ kind, options, rows }, context) => {
    const needOf = (key: string, list: readonly unknown[], minimum: number): void => {
      if (list.length >= minimum) return;
      context.addIssue({ code: 'too_small', origin: 'array', minimum, path: [key], input: list });
    };
    needOf('options', options, NEEDED_OPTIONS[kind]);
    needOf('rows', rows, kind === 'matrix' ? 1 : 0);
  });
export type QuestionItem = z.infer<typeof QuestionItem>;
