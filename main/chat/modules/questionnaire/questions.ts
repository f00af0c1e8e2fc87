import { z } from 'zod';
import { itemId, longText, variableName } from '../fields';
import { FIRST_KIND, KIND_NAMES, kindOf, kindSettings } from './kinds';

export const QuestionItem = z
  .object({
    id: itemId,
    text: longText,
    kind: z.enum(KIND_NAMES).default(FIRST_KIND),
    ...kindSettings,
    /** Empty: the questionnaire's variable and the question's number. */
    variable: z
      .union([z.literal(''), variableName])
      .default('')
      .meta({ widget: 'variable' }),
    canSkip: z.boolean().default(false),
    mayNotKnow: z.boolean().default(false),
  })
  .superRefine((question, context) => {
    for (const [key, minimum] of Object.entries(kindOf(question).needs ?? {})) {
      const list: unknown = question[key as keyof typeof question];
      if (Array.isArray(list) && list.length >= minimum) continue;
      context.addIssue({ code: 'too_small', origin: 'array', minimum, path: [key], input: list });
    }
    for (const key of kindOf(question).wrong?.(question) ?? []) {
      context.addIssue({ code: 'custom', path: [key] });
    }
  });
export type QuestionItem = z.infer<typeof QuestionItem>;
