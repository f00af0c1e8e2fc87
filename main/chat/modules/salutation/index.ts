import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import { chose } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, itemId, label, longText, shownWhen } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('choices', {
    options: z
      .array(z.object({ id: itemId, label }))
      .min(1)
      .max(20),
    asksTitle: z.boolean().default(false),
  }),
  ...inGroup('labels', {
    salutationLabel: shownWhen(label, 'asksTitle', true),
    titleLabel: shownWhen(label, 'asksTitle', true),
  }),
  ...inGroup('replies', {
    invalid: longText,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;

/** Longer than any title, even several of them. */
const MAX_TITLE = 60;

const question: Question<Settings> = {
  names: ({ asksTitle }) => (asksTitle ? ['salutation', 'title'] : ['salutation']),
  prompt: ({ settings, variables }) =>
    settings.asksTitle
      ? formFor(settings, variables.title)
      : { kind: 'choice', options: settings.options },
  read: (given, context) => {
    const { settings } = context;
    const option = settings.options.find(({ id }) => id === optionIn(given));
    const title = given.kind === 'form' ? cleanLine(given.values.title ?? '') : '';
    if (!option || title.length > MAX_TITLE) return again(question, context, settings.invalid);
    // What the participant read, not its template.
    const answer = interpolate(option.label, context);
    const chosen = chose('salutation', { answer, optionIds: [option.id] });
    return { set: { ...chosen, ...(settings.asksTitle && { title }) }, go: 'next' };
  },
};

export const salutation = defineModule({
  type: 'salutation',
  group: 'ask',
  icon: 'contact-round',
  settings,
  texts,
  words,
  branches: questionBranches(),
  offers: { variable: { name: 'salutation' }, list: 'options', label: 'label' },
  fills: ({ options }) => options.map(({ label }) => ({ variable: 'salutation', text: label })),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function optionIn(answer: Answer): string | undefined {
  if (answer.kind === 'choice') return answer.option;
  return answer.kind === 'form' ? answer.values.salutation : undefined;
}

function formFor(
  { options, salutationLabel, titleLabel }: Settings,
  knownTitle: string | undefined,
) {
  return {
    kind: 'form' as const,
    fields: [
      {
        id: 'salutation',
        label: salutationLabel,
        format: 'text' as const,
        required: true,
        options,
      },
      {
        id: 'title',
        label: titleLabel,
        format: 'text' as const,
        required: false,
        autocomplete: 'honorific-prefix',
        ...prefilled(knownTitle),
      },
    ],
  };
}
