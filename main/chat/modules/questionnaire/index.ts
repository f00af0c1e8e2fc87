import { z } from 'zod';
import type { Answer, Prompt } from '../../../../preload/contract';
import { chose } from '../../engine/chosen';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { answerRow } from '../ask/answer-row';
import { askBack, framed, meantBy, questionBranches, toChange } from '../ask/asking';
import { fileRow } from '../ask/file-row';
import { askSettings, DONT_KNOW, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, label, longText, optionalLongText, variableName } from '../fields';
import { kindOf, questionOffers } from './kinds';
import type { Read, Unclear } from './kinds/kind';
import { QuestionItem } from './questions';
import { texts } from './texts';
import { words } from './words';

const { question: introduction, skip: _, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: introduction,
  }),
  ...inGroup('questions', {
    questions: z.array(QuestionItem).min(1).max(100),
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...inGroup('replies', {
    invalid: longText,
    unclear: optionalLongText,
  }),
  ...inGroup('silence', {
    skip: label,
    dontKnow,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

export const questionnaire = defineModule({
  type: 'questionnaire',
  group: 'ask',
  icon: 'list-checks',
  settings,
  texts,
  words,
  branches: questionBranches(),
  waits: ({ whenKnown }) => whenKnown !== 'keep',
  needs: [],
  sets: ({ questions, variable }) =>
    questions.flatMap((each, at) => (each.canSkip ? [] : [nameOf(each, at, variable)])),
  maySet: ({ questions, variable }) => questions.map((each, at) => nameOf(each, at, variable)),
  leavesUnset: ['idle'],
  offers: questionOffers('questions'),
  stores: { answers: 60, variables: 60, files: 30 },
  storesOnlyWhen: { files: { each: 'questions', key: 'kind', value: 'signature' } },
  summary: 'questions',
  step,
});

function nameOf({ variable }: QuestionItem, at: number, prefix: string): string {
  return variable || `${prefix}_${at + 1}`;
}

function step(context: Context): StepResult {
  const { event, memory, settings } = context;
  const at = Number(memory.at ?? 0);
  switch (event.kind) {
    case 'enter': {
      const first = proceed(context, 0);
      return 'go' in first ? first : { ...first, say: [settings.question, ...(first.say ?? [])] };
    }
    case 'idle':
      return { go: 'idle' };
    case 'linkOpened':
    case 'outcome':
      return ask(context, at);
    case 'answer':
      if (memory.isOffer) return afterOffer(context, at, event.answer);
      if (memory.meanings) return afterAskBack(context, at, event.answer);
      return read(context, at, event.answer);
  }
}

/** Asks the first question from a place on that is still open, or goes on. */
function proceed(context: Context, from: number): StepResult {
  const { settings, variables } = context;
  const { questions, whenKnown, knownText } = settings;
  const isKnown = (each: QuestionItem, at: number): boolean =>
    Object.hasOwn(variables, nameOf(each, at, settings.variable));
  const at = questions.findIndex(
    (each, index) => index >= from && !(whenKnown === 'keep' && isKnown(each, index)),
  );
  const question = questions[at];
  if (!question) return { go: 'next' };
  if (whenKnown !== 'offer' || !isKnown(question, at)) {
    return { say: [question.text], ...ask(context, at) };
  }
  const name = nameOf(question, at, settings.variable);
  const known = variables[name] === DONT_KNOW ? settings.dontKnow : `\${${name}}`;
  return { say: [question.text, knownText, known], ...offer(context, at) };
}

function ask({ settings }: Context, at: number): StepResult {
  const question = settings.questions[at];
  if (!question) return { go: 'next' };
  const result = { ask: kindOf(question).prompt(question), remember: { at: String(at) } };
  return withFrame(result, settings, at, {
    skip: question.canSkip ? settings.skip : '',
    dontKnow: question.mayNotKnow ? settings.dontKnow : '',
  });
}

function askBackAbout({ settings }: Context, at: number, answer: Answer, { meanings }: Unclear) {
  const words = {
    text: settings.unclear,
    instead: settings.invalid,
    changeLabel: settings.changeLabel,
  };
  const typed = answer.kind === 'text' ? answer.text : '';
  const { say, ask, remember } = askBack(words, typed, meanings);
  const result = { ask, remember: { ...remember, at: String(at) } };
  return { ...withFrame(result, settings, at, {}), say };
}

function afterAskBack(context: Context, at: number, answer: Answer): StepResult {
  const meant = meantBy(context.memory, answer);
  if (meant !== undefined) return keep(context, at, { answer: meant });
  const again = ask(context, at);
  return 'ask' in again ? { ...again, ask: toChange(again.ask, context.memory) } : again;
}

function offer({ settings }: Context, at: number): StepResult {
  const options = [
    { id: 'keep', label: settings.keepLabel },
    { id: 'change', label: settings.changeLabel },
  ];
  const remember = { at: String(at), isOffer: 'yes' };
  return withFrame({ ask: { kind: 'choice', options }, remember }, settings, at, {});
}

function withFrame(
  result: { ask: Prompt; remember: Variables },
  settings: Settings,
  at: number,
  waysOut: { skip?: string; dontKnow?: string },
): StepResult {
  const { why, idleMinutes, questions } = settings;
  const progress = { step: at + 1, of: questions.length };
  return framed({ ...result, ask: { ...result.ask, progress } }, { why, idleMinutes, ...waysOut });
}

function afterOffer(context: Context, at: number, answer: Answer): StepResult {
  const option = answer.kind === 'choice' ? answer.option : undefined;
  if (option === 'keep') return proceed(context, at + 1);
  const question = context.settings.questions[at];
  if (option === 'change' && question) return { say: [question.text], ...ask(context, at) };
  return offer(context, at);
}

function read(context: Context, at: number, answer: Answer): StepResult {
  const { settings } = context;
  const question = settings.questions[at];
  if (!question) return { go: 'next' };
  if (answer.kind === 'skip') {
    // Set all the same: who comes back is not asked again what was left out.
    const set = { [nameOf(question, at, settings.variable)]: '' };
    return { ...proceed(context, at + 1), set };
  }
  const result: Read | Unclear | null =
    answer.kind === 'dontKnow'
      ? notKnown(question)
      : kindOf(question).read(question, answer, context);
  if (!result) return { ...ask(context, at), say: [settings.invalid] };
  return 'meanings' in result
    ? askBackAbout(context, at, answer, result)
    : keep(context, at, result);
}

function keep(context: Context, at: number, result: Read): StepResult {
  const { settings } = context;
  const question = settings.questions[at];
  if (!question) return { go: 'next' };
  const name = nameOf(question, at, settings.variable);
  const row = { questionId: question.id, question: question.text, ...result };
  return {
    ...proceed(context, at + 1),
    set: result.optionIds
      ? chose(name, { answer: result.answer, optionIds: result.optionIds })
      : { [name]: result.answer },
    store: [answerRow(context, row), ...(result.file ? [fileRow(context, result.file)] : [])],
  };
}

/** Where participants choose, not knowing is one of the options. */
function notKnown(question: QuestionItem): Read {
  return {
    answer: DONT_KNOW,
    ...(kindOf(question).chooses !== undefined && { optionIds: [DONT_KNOW] }),
  };
}
