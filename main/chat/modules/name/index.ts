import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import type { Variables } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { label, longText, more } from '../fields';
import { texts } from './texts';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  question: questionText,
  parts: z.enum(['both', 'first', 'one']).default('both'),
  invalid: longText,
  firstLabel: more(label),
  lastLabel: more(label),
  nameLabel: more(label),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;

const MAX_LENGTH = 100;
const Name = z.string().max(MAX_LENGTH).regex(/\p{L}/u);

const question: Question<Settings> = {
  names: ({ parts }) => (parts === 'first' ? ['firstname'] : ['firstname', 'lastname']),
  prompt: ({ settings, variables }) =>
    settings.parts === 'both' ? twoInputs(settings, variables) : oneInput(settings, variables),
  read: (answer, context) => {
    const set = namesIn(answer, context.settings);
    const isName = Object.values(set).every((name) => Name.safeParse(name).success);
    // Many people have one name only: then there is nothing to split.
    const hasOne = context.settings.parts === 'one' && Name.safeParse(set.firstname).success;
    if (isName || (hasOne && set.lastname === '')) return { set, go: 'next' };
    return again(question, context, context.settings.invalid);
  },
};

export const name = defineModule({
  type: 'name',
  group: 'ask',
  icon: 'user-round',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function twoInputs({ firstLabel, lastLabel }: Settings, known: Variables) {
  const field = { format: 'text' as const, required: true };
  const first = { id: 'firstname', label: firstLabel, autocomplete: 'given-name' };
  const last = { id: 'lastname', label: lastLabel, autocomplete: 'family-name' };
  return {
    kind: 'form' as const,
    fields: [
      { ...field, ...first, ...prefilled(known.firstname) },
      { ...field, ...last, ...prefilled(known.lastname) },
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
function namesIn(answer: Answer, { parts }: Settings): Record<string, string> {
  if (answer.kind === 'form') {
    const { firstname = '', lastname = '' } = answer.values;
    return { firstname: cleanLine(firstname), lastname: cleanLine(lastname) };
  }
  const text = cleanLine(answer.kind === 'text' ? answer.text : '');
  if (parts === 'first') return { firstname: text };
  const [firstname = '', ...rest] = text.split(' ');
  return { firstname, lastname: rest.join(' ') };
}
