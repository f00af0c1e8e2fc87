import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { again, askBack, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings, DONT_KNOW, dontKnow } from '../ask/settings';
import { isSlidable, readSlider } from '../ask/slider';
import { defineModule } from '../define-module';
import {
  inGroup,
  longText,
  optionalLabel,
  optionalLongText,
  shownWhen,
  variableName,
} from '../fields';
import { readKept, readNumber, writeNumber } from './read-number';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z
  .object({
    ...inGroup('content', {
      question: questionText,
    }),
    ...inGroup('storage', {
      variable: variableName,
    }),
    ...inGroup('rules', {
      min: z.number().optional(),
      max: z.number().optional(),
      integer: z.boolean().default(true),
      mark: z.enum(['point', 'comma']).default('point'),
    }),
    ...inGroup('look', {
      look: z.enum(['field', 'slider']).default('field'),
      step: shownWhen(z.number().min(0.001).default(1), 'look', 'slider'),
      unit: shownWhen(optionalLabel, 'look', 'slider'),
      placeholder: optionalLabel,
    }),
    ...inGroup('replies', {
      invalid: longText,
      askBack: optionalLongText,
    }),
    ...inGroup('silence', {
      dontKnow,
    }),
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
      const { placeholder, mark } = settings;
      const start = prefilled(shownAs(known, mark));
      return { kind: 'text', format: 'number', placeholder, ...start };
    }
    const { min, max, step, unit } = settings;
    const initial = known === undefined ? null : readSlider(Number(known), settings);
    const start = initial === null ? {} : { initial };
    return { kind: 'slider', min, max, step, unit, minLabel: '', maxLabel: '', ...start };
  },
  keep: (context) => {
    const { settings, variables } = context;
    const known = variables[settings.variable] ?? '';
    if (known === DONT_KNOW) return { go: 'next' };
    const reading = readNumber(known, settings.mark);
    const value = readKept(known) ?? (reading?.kind === 'number' ? reading.value : null);
    if (value === null) return null;
    return value === known ? { go: 'next' } : take(value, context);
  },
  take,
  read: (answer, context) => {
    const { settings } = context;
    if (answer.kind === 'text') return readTyped(answer.text, context);
    const value =
      answer.kind === 'slider' && isSlider(settings) ? readSlider(answer.value, settings) : null;
    return value !== null && isAllowed(value, settings)
      ? take(String(value), context)
      : again(question, context, settings.invalid);
  },
};

export const number = defineModule({
  type: 'number',
  group: 'ask',
  icon: 'hash',
  settings,
  texts,
  words,
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

function readTyped(typed: string, context: StepContext<Settings>): StepResult {
  const { settings } = context;
  const { mark, invalid, changeLabel } = settings;
  const reading = readNumber(typed, mark);
  const values = reading?.kind === 'ask' ? reading.values : reading ? [reading.value] : [];
  const allowed = values.filter((value) => isAllowed(Number(value), settings));
  const [first] = allowed;
  if (first === undefined) return again(question, context, invalid);
  if (reading?.kind === 'number') return take(first, context);
  const meanings = allowed.map((value) => ({ value, shown: writeNumber(value, mark) }));
  return askBack({ text: settings.askBack, instead: invalid, changeLabel }, typed, meanings);
}

function isAllowed(number: number, { min = -Infinity, max = Infinity, integer }: Settings) {
  return number >= min && number <= max && (!integer || Number.isInteger(number));
}

/** With a point, whatever the language: conditions calculate with it. */
function take(value: string, { settings }: StepContext<Settings>): StepResult {
  return { set: { [settings.variable]: value }, go: 'next' };
}

/** What was kept has a point, which an input in another language would take for something else. */
function shownAs(known: string | undefined, mark: Settings['mark']): string | undefined {
  const kept = readKept(known ?? '');
  return kept === null ? known : writeNumber(kept, mark);
}
