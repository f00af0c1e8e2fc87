import { z } from 'zod';
import type { StepResult } from '../../engine/step';
import { again, askBack, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { COUNTRIES } from '../ask/countries';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, optionalLabel, optionalLongText, shownWhen } from '../fields';
import { type Phone, readPhone } from './read-phone';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('rules', {
    country: z.enum(COUNTRIES).default('DE'),
    mobileOnly: z.boolean().default(false),
    extension: z.enum(['keep', 'refuse']).default('keep'),
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('replies', {
    invalid: longText,
    askBack: optionalLongText,
    several: optionalLongText,
    extensionRefused: shownWhen(optionalLongText, 'extension', 'refuse'),
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: () => ['phone'],
  prompt: ({ settings: { placeholder }, variables }) => ({
    kind: 'text',
    format: 'tel',
    placeholder,
    autocomplete: 'tel',
    ...prefilled(variables.phone),
  }),
  keep: ({ settings, variables }) => {
    const reading = readPhone(variables.phone ?? '', settings);
    const isKept = reading?.kind === 'phone' && fits(reading.phone, settings);
    return isKept ? take(reading.phone.value) : null;
  },
  take,
  read: (answer, context) => {
    const { settings } = context;
    const { invalid, several, extensionRefused } = settings;
    const typed = answer.kind === 'text' ? answer.text : '';
    const reading = readPhone(typed, settings);
    if (reading === null) return again(question, context, invalid);
    if (reading.kind === 'several') return again(question, context, several || invalid);
    const phones = reading.kind === 'phone' ? [reading.phone] : reading.phones;
    const fitting = phones.filter((phone) => fits(phone, settings));
    const [first] = fitting;
    if (!first) return again(question, context, extensionRefused || invalid);
    if (reading.kind === 'phone') return take(first.value);
    const words = { text: settings.askBack, instead: invalid, changeLabel: settings.changeLabel };
    return askBack(words, typed, fitting);
  },
};

export const phone = defineModule({
  type: 'phone',
  group: 'ask',
  icon: 'phone',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function take(phone: string): StepResult {
  return { set: { phone }, go: 'next' };
}

function fits({ hasExtension }: Phone, { extension }: Settings): boolean {
  return !hasExtension || extension === 'keep';
}
