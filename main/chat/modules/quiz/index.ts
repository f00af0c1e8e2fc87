import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { answerRow } from '../ask/answer-row';
import { asking, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, itemId, label, longText, optionalLongText, variableName } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: introduction, ...commonSettings } = askSettings;

const QuizQuestion = z
  .object({
    id: itemId,
    text: longText,
    options: z
      .array(z.object({ id: itemId, label, isRight: z.boolean().default(false) }))
      .min(2)
      .max(20),
    points: z.number().int().min(1).max(100).default(1),
  })
  .refine(({ options }) => options.some(({ isRight }) => isRight), {
    path: ['options', 'isRight'],
  });

const settings = z.object({
  ...inGroup('content', {
    question: introduction,
  }),
  ...inGroup('questions', {
    questions: z.array(QuizQuestion).min(1).max(50),
  }),
  ...inGroup('rules', {
    passPercent: z.number().int().min(0).max(100).default(50),
  }),
  ...inGroup('replies', {
    passedText: longText,
    failedText: longText,
    rightText: optionalLongText,
    wrongText: optionalLongText,
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [scoreIn(variable), maxIn(variable)],
  shown: ({ variable }) => `\${${scoreIn(variable)}} / \${${maxIn(variable)}}`,
  opening: ({ settings }) => [settings.question, settings.questions[0]?.text ?? ''],
  prompt: ({ settings, memory }) => promptAt(settings, Number(memory.at ?? 0)),
  keep: ({ settings, variables }) => {
    const score = Number(variables[scoreIn(settings.variable)]);
    const max = Number(variables[maxIn(settings.variable)]);
    return max > 0 ? leave(score, max, settings) : null;
  },
  read,
};

export const quiz = defineModule({
  type: 'quiz',
  group: 'ask',
  icon: 'graduation-cap',
  settings,
  texts,
  words,
  branches: questionBranches({ id: 'passed', optional: true }, { id: 'failed', optional: true }),
  offers: { each: 'questions', variable: null, list: 'options', label: 'label' },
  stores: { answers: 60, variables: 60 },
  summary: 'questions',
  ...asking(question),
});

const scoreIn = (variable: string): string => `${variable}_score`;
const maxIn = (variable: string): string => `${variable}_max_score`;

function promptAt({ questions }: Settings, at: number) {
  const options = (questions[at]?.options ?? []).map(({ id, label }) => ({ id, label }));
  return {
    kind: 'choice' as const,
    options,
    progress: { step: at + 1, of: questions.length },
  };
}

function read(answer: Answer, context: Context): StepResult {
  const { settings, memory } = context;
  const at = Number(memory.at ?? 0);
  const current = settings.questions[at];
  const chosen = answer.kind === 'choice' ? answer.option : undefined;
  const option = current?.options.find(({ id }) => id === chosen);
  if (!current || !option) return { ask: promptAt(settings, at), remember: memory };
  const points = option.isRight ? current.points : 0;
  const score = Number(memory.score ?? 0) + points;
  const answered = {
    questionId: current.id,
    question: current.text,
    answer: interpolate(option.label, context),
    optionIds: [option.id],
    score: points,
  };
  const feedback = option.isRight ? settings.rightText : settings.wrongText;
  return { ...proceed(score, at + 1, feedback, settings), store: [answerRow(context, answered)] };
}

function proceed(score: number, at: number, feedback: string, settings: Settings): StepResult {
  const next = settings.questions[at];
  if (!next) return finish(score, feedback, settings);
  return {
    say: [feedback, next.text],
    ask: promptAt(settings, at),
    remember: { at: String(at), score: String(score) },
  };
}

function finish(score: number, feedback: string, settings: Settings): StepResult {
  const { variable, passedText, failedText } = settings;
  const max = settings.questions.reduce((sum, { points }) => sum + points, 0);
  return {
    say: [feedback, hasPassed(score, max, settings) ? passedText : failedText],
    set: { [scoreIn(variable)]: String(score), [maxIn(variable)]: String(max) },
    ...leave(score, max, settings),
  };
}

/** By the result's own branch where it leads somewhere. */
function leave(score: number, max: number, settings: Settings): StepResult {
  return { go: [hasPassed(score, max, settings) ? 'passed' : 'failed', 'next'] };
}

/** In whole points: no rounding decides. */
function hasPassed(score: number, max: number, { passPercent }: Settings): boolean {
  return score * 100 >= passPercent * max;
}
