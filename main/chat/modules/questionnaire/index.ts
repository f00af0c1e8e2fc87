import { z } from 'zod';
import type { Answer, Prompt } from '../../../../preload/contract';
import { chose } from '../../engine/chosen';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { answerRow } from '../ask/answer-row';
import { framed, questionBranches } from '../ask/asking';
import { fileRow } from '../ask/file-row';
import { askSettings, DONT_KNOW, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { label, longText, more, variableName } from '../fields';
import { kindOf, questionOffers } from './kinds';
import type { Read, Unclear } from './kinds/kind';
import { QuestionItem } from './questions';
import { texts } from './texts';

const { question: introduction, skip: _, ...commonSettings } = askSettings;

const settings = z.object({
  question: introduction,
  questions: z.array(QuestionItem).min(1).max(100),
  variable: variableName,
  invalid: longText,
  skip: more(label),
  dontKnow,
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
      return memory.isOffer
        ? afterOffer(context, at, event.answer)
        : read(context, at, event.answer);
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
  const known = `\${${nameOf(question, at, settings.variable)}}`;
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

function askBack({ settings }: Context, at: number, { unclear }: Unclear): StepResult {
  const result = {
    ask: { kind: 'choice' as const, options: unclear },
    remember: { at: String(at) },
  };
  return { ...withFrame(result, settings, at, {}), say: [settings.invalid] };
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
  const name = nameOf(question, at, settings.variable);
  // Set all the same: who comes back is not asked again what was left out.
  if (answer.kind === 'skip') return { ...proceed(context, at + 1), set: { [name]: '' } };
  const result: Read | Unclear | null =
    answer.kind === 'dontKnow'
      ? notKnown(question)
      : kindOf(question).read(question, answer, context);
  if (!result) return { ...ask(context, at), say: [settings.invalid] };
  if ('unclear' in result) return askBack(context, at, result);
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
