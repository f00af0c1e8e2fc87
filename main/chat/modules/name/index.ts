import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, label, longText, optionalLongText, shownWhen } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z
  .object({
    ...inGroup('content', {
      question: questionText,
      parts: z.enum(['both', 'first', 'one']).default('both'),
    }),
    ...inGroup('rules', {
      /** Not everybody has two names: who asks for both says what for. */
      requiresBoth: shownWhen(z.boolean().default(false), 'parts', 'both', 'one'),
      bothReason: shownWhen(optionalLongText, 'requiresBoth', true),
    }),
    ...inGroup('replies', {
      invalid: longText,
    }),
    ...inGroup('labels', {
      firstLabel: label,
      lastLabel: label,
      nameLabel: label,
    }),
    ...commonSettings,
  })
  .refine((given) => !(given.requiresBoth && given.parts !== 'first') || given.bothReason !== '', {
    path: ['bothReason'],
    params: { problem: 'setting_missing' },
  });
type Settings = z.infer<typeof settings>;
interface Names {
  firstname: string;
  lastname: string;
}

/** Of each name; there are some of more than a hundred letters. */
const MAX_LENGTH = 250;
const Name = z.string().max(MAX_LENGTH).regex(/\p{L}/u);
/** What people enter for a name that they do not have. */
const NO_NAME = /^[^\p{L}\p{N}]*$/u;

const question: Question<Settings> = {
  names: ({ parts }) => (parts === 'first' ? ['firstname'] : ['firstname', 'lastname']),
  opening: ({ settings }) => [settings.question, needsBoth(settings) ? settings.bothReason : ''],
  prompt: ({ settings, variables }) =>
    settings.parts === 'both' ? twoInputs(settings, variables) : oneInput(settings, variables),
  keep: ({ settings, variables }) => {
    const { firstname = '', lastname = '' } = variables;
    return isComplete({ firstname, lastname }, settings) ? { go: 'next' } : null;
  },
  read: (answer, context) => {
    const { settings } = context;
    const set = namesIn(answer, settings);
    const { firstname, lastname = '' } = set;
    if (isComplete({ firstname, lastname }, settings)) return { set, go: 'next' };
    const isOneTooFew = isComplete({ firstname, lastname }, { ...settings, requiresBoth: false });
    const text = isOneTooFew ? settings.bothReason : settings.invalid;
    return refused(text, set, context);
  },
};

export const name = defineModule({
  type: 'name',
  group: 'ask',
  icon: 'user-round',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function needsBoth({ parts, requiresBoth }: Settings): boolean {
  return requiresBoth && parts !== 'first';
}

/** One name is enough, unless the author says what for both are needed. */
function isComplete({ firstname, lastname }: Names, settings: Settings): boolean {
  const isName = (text: string): boolean => Name.safeParse(text).success;
  const isNameOrNone = (text: string): boolean => text === '' || isName(text);
  if (needsBoth(settings)) return isName(firstname) && isName(lastname);
  const hasOne = firstname !== '' || (settings.parts === 'both' && lastname !== '');
  return hasOne && isNameOrNone(firstname) && isNameOrNone(lastname);
}

/** With what was typed, so that only what is missing has to be added. */
function refused(text: string, typed: Variables, context: StepContext<Settings>): StepResult {
  return again(question, { ...context, variables: { ...context.variables, ...typed } }, text);
}

function twoInputs({ firstLabel, lastLabel, requiresBoth }: Settings, known: Variables) {
  const field = { format: 'text' as const };
  const first = { id: 'firstname', label: firstLabel, autocomplete: 'given-name' };
  const last = { id: 'lastname', label: lastLabel, autocomplete: 'family-name' };
  return {
    kind: 'form' as const,
    fields: [
      { ...field, ...first, required: true, ...prefilled(known.firstname) },
      { ...field, ...last, required: requiresBoth, ...prefilled(known.lastname) },
    ],
  };
}

function oneInput({ parts, firstLabel, nameLabel }: Settings, known: Variables) {
  const isFirst = parts === 'first';
  const { firstname = '', lastname = '' } = known;
  return {
    kind: 'text' as const,
    format: 'text' as const,
    placeholder: isFirst ? firstLabel : nameLabel,
    autocomplete: isFirst ? 'given-name' : 'name',
    ...prefilled(isFirst ? firstname : `${firstname} ${lastname}`.trim()),
  };
}

/** A full name is split at its first blank: last names have particles more often than first ones. */
function namesIn(answer: Answer, { parts }: Settings): { firstname: string; lastname?: string } {
  if (answer.kind === 'form') {
    const { firstname = '', lastname = '' } = answer.values;
    return { firstname: nameIn(firstname), lastname: nameIn(lastname) };
  }
  const text = nameIn(answer.kind === 'text' ? answer.text : '');
  if (parts === 'first') return { firstname: text };
  const [firstname = '', ...rest] = text.split(' ');
  return { firstname, lastname: nameIn(rest.join(' ')) };
}

function nameIn(typed: string): string {
  const name = cleanLine(typed);
  return NO_NAME.test(name) ? '' : name;
}
