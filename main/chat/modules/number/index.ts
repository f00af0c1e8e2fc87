import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings, dontKnow } from '../ask/settings';
import { isSlidable, readSlider } from '../ask/slider';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, shownWhen, variableName } from '../fields';
import { readNumber } from './read-number';
import { texts } from './texts';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z
  .object({
    question: questionText,
    variable: variableName,
    min: z.number().optional(),
    max: z.number().optional(),
    look: z.enum(['field', 'slider']).default('field'),
    step: shownWhen(z.number().min(0.001).default(1), 'look', 'slider'),
    unit: shownWhen(optionalLabel, 'look', 'slider'),
    integer: z.boolean().default(true),
    mark: z.enum(['point', 'comma']).default('point'),
    invalid: longText,
    placeholder: more(optionalLabel),
    dontKnow,
    ...commonSettings,
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ['max'],
  })
  .refine(({ look, min }) => look === 'field' || min !== undefined, {
    path: ['min'],
    params: { problem: 'setting_missing' },
  })
  .refine(({ look, max }) => look === 'field' || max !== undefined, {
    path: ['max'],
    params: { problem: 'setting_missing' },
  })
  .refine(
    ({ look, min, max, step }) =>
      look === 'field' || min === undefined || max === undefined || isSlidable({ min, max, step }),
    { path: ['step'] },
  );
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings, variables }) => {
    const known = variables[settings.variable];
    if (!isSlider(settings)) {
      const { placeholder } = settings;
      return { kind: 'text', format: 'number', placeholder, ...prefilled(known) };
    }
    const { min, max, step, unit } = settings;
    const initial = known === undefined ? null : readSlider(Number(known), settings);
    const start = initial === null ? {} : { initial };
    return { kind: 'slider', min, max, step, unit, minLabel: '', maxLabel: '', ...start };
  },
  read: (answer, context) => {
    const { settings } = context;
    const number = numberIn(answer, settings);
    if (number === null || !isAllowed(number, settings)) {
      return again(question, context, settings.invalid);
    }
    // With a point, whatever the language: conditions calculate with it.
    return { set: { [settings.variable]: String(number) }, go: 'next' };
  },
};

export const number = defineModule({
  type: 'number',
  group: 'ask',
  icon: 'hash',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

type Slider = Settings & { min: number; max: number };

function isSlider(settings: Settings): settings is Slider {
  const { look, min = Number.NaN, max = Number.NaN, step } = settings;
  return look === 'slider' && isSlidable({ min, max, step });
}

function numberIn(answer: Answer, settings: Settings): number | null {
  if (answer.kind === 'text') return readNumber(answer.text, settings.mark);
  return answer.kind === 'slider' && isSlider(settings) ? readSlider(answer.value, settings) : null;
}

function isAllowed(number: number, { min = -Infinity, max = Infinity, integer }: Settings) {
  return number >= min && number <= max && (!integer || Number.isInteger(number));
}
