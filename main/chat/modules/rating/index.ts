import { z } from 'zod';
import { cleanLines } from '../../../foundation/text/clean-text';
import type { StepContext, StepResult } from '../../engine/step';
import { answerRow } from '../ask/answer-row';
import { again, asking, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import {
  inGroup,
  label,
  longText,
  optionalLabel,
  optionalLongText,
  shownWhen,
  variableName,
} from '../fields';
import { bandOf, rangeOf } from './bands';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
    scale: z.enum(['nps', 'stars']).default('nps'),
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...inGroup('look', {
    minLabel: optionalLabel,
    maxLabel: optionalLabel,
  }),
  ...inGroup('replies', {
    followLow: optionalLongText,
    followMiddle: shownWhen(optionalLongText, 'scale', 'nps'),
    followHigh: optionalLongText,
    noComment: label,
    invalid: longText,
  }),
  ...inGroup('rules', {
    highFrom: shownWhen(z.number().int().min(2).max(5).default(4), 'scale', 'stars'),
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings: { scale, minLabel, maxLabel } }) => ({
    kind: 'scale',
    look: scale === 'nps' ? 'numbers' : 'stars',
    ...rangeOf(scale),
    minLabel,
    maxLabel,
  }),
  keep: ({ settings, variables }) => {
    const score = Number(variables[settings.variable]);
    return isScore(score, settings) ? leave(score, settings) : null;
  },
  read: (answer, context) => {
    const { settings, memory } = context;
    if (memory.score !== undefined) {
      const comment = answer.kind === 'text' ? cleanLines(answer.text) : '';
      return takeComment(Number(memory.score), comment, context);
    }
    const score = answer.kind === 'scale' ? answer.value : Number.NaN;
    if (!isScore(score, settings)) return again(question, context, settings.invalid);
    return takeScore(score, context);
  },
  skip: ({ memory, settings }) =>
    memory.score === undefined ? { go: 'next' } : leave(Number(memory.score), settings),
};

export const rating = defineModule({
  type: 'rating',
  group: 'ask',
  icon: 'star',
  settings,
  texts,
  words,
  branches: questionBranches(
    band('detractor', 'nps'),
    band('passive', 'nps'),
    band('promoter', 'nps'),
    band('low', 'stars'),
    band('high', 'stars'),
  ),
  stores: { answers: 60, variables: 60 },
  summary: 'question',
  ...asking(question),
  maySet: ({ variable }: Settings) => [variable, commentIn(variable)],
});

function band(id: string, scale: Settings['scale']) {
  return { id, optional: true, onlyWhen: { key: 'scale', value: scale } };
}

const commentIn = (variable: string): string => `${variable}_comment`;

function isScore(score: number, { scale }: Settings): boolean {
  const { min, max } = rangeOf(scale);
  return Number.isInteger(score) && score >= min && score <= max;
}

/** By the score's own branch where it leads somewhere. */
function leave(score: number, { scale, highFrom }: Settings): StepResult {
  return { go: [bandOf(score, scale, highFrom), 'next'] };
}

function takeScore(score: number, context: Context): StepResult {
  const { settings } = context;
  const answered = {
    questionId: 'rating',
    question: settings.question,
    answer: String(score),
    score,
  };
  const taken = {
    set: { [settings.variable]: String(score) },
    store: [answerRow(context, answered)],
  };
  const followUp = followUpTo(score, settings);
  if (!followUp) return { ...taken, ...leave(score, settings) };
  return {
    ...taken,
    say: [followUp],
    ask: { kind: 'text', format: 'longText', placeholder: '', skip: settings.noComment },
    remember: { score: String(score) },
  };
}

function takeComment(score: number, comment: string, context: Context): StepResult {
  const { settings } = context;
  if (comment === '') return leave(score, settings);
  const question = followUpTo(score, settings);
  const answered = { questionId: 'comment', question, answer: comment, score };
  return {
    set: { [commentIn(settings.variable)]: comment },
    store: [answerRow(context, answered)],
    ...leave(score, settings),
  };
}

function followUpTo(score: number, settings: Settings): string {
  const { followLow, followMiddle, followHigh } = settings;
  switch (bandOf(score, settings.scale, settings.highFrom)) {
    case 'detractor':
    case 'low':
      return followLow;
    case 'passive':
      return followMiddle;
    case 'promoter':
    case 'high':
      return followHigh;
  }
}
