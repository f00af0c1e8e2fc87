import type { z } from 'zod';
import type { Answer, Prompt, TextFormat } from '../../../../preload/contract';
import type { StepContext } from '../../engine/step';
import {
  again,
  askBack,
  asking,
  type Meaning,
  prefilled,
  type Question,
  questionBranches,
} from './asking';
import { type AskSettings, DONT_KNOW } from './settings';

/**
 * What a line that somebody typed was understood as: a value; nothing, for a reason; or one of several
 * values, which only the participant can tell.
 */
export type Reading<Reason extends string> =
  | { value: string }
  | { refused: Reason }
  | { meanings: readonly Meaning[] };

/** An answer in one line, the same in a module of its own and as a question of a questionnaire. */
export interface Line<S, Reason extends string> {
  readonly format: TextFormat;
  /** Value of the HTML attribute. */
  readonly autocomplete?: string;
  read(typed: string, settings: S): Reading<Reason>;
  /** Whether a value that is kept will still do; unless given, whether it is read. */
  keeps?(value: string, settings: S): boolean;
  /** As people write the value; the value unless given. */
  show?(value: string): string;
}

/** Longer than any line that is meant; what is longer is not looked at. */
const MAX_LENGTH = 2_048;

/** Null when the answer is no line. */
export function readLine<S, Reason extends string>(
  line: Line<S, Reason>,
  answer: Answer,
  settings: S,
): Reading<Reason> | null {
  const isLine = answer.kind === 'text' && answer.text.length <= MAX_LENGTH;
  return isLine ? line.read(answer.text, settings) : null;
}

export function linePrompt<S>(
  { format, autocomplete, show }: Line<S, string>,
  known?: string,
  placeholder = '',
): Prompt {
  const shown = known === undefined ? known : (show?.(known) ?? known);
  return {
    kind: 'text',
    format,
    placeholder,
    ...(autocomplete && { autocomplete }),
    ...prefilled(shown),
  };
}

type Texts<Reason extends string> = Readonly<Record<Reason, string>>;
type LineSettings<Reason extends string> = AskSettings &
  Texts<Reason> & { variable: string; placeholder: string; invalid: string; unclear?: string };

/** What all modules that ask for one line declare alike, as parts of their declaration. */
export function lineModule<S extends LineSettings<Reason> & Rules, Rules, Reason extends string>(
  settings: z.ZodType<S>,
  line: Line<Rules, Reason>,
) {
  return {
    group: 'ask' as const,
    settings,
    branches: questionBranches(),
    stores: { variables: 60 },
    summary: 'question',
    ...asking(lineQuestion<S, Rules, Reason>(line)),
  };
}

/** What a line that will not do is answered with is a setting for each reason. */
function lineQuestion<S extends LineSettings<Reason> & Rules, Rules, Reason extends string>(
  line: Line<Rules, Reason>,
): Question<S> {
  const take = (value: string, { settings }: StepContext<S>) => ({
    set: { [settings.variable]: value },
    go: 'next',
  });
  const question: Question<S> = {
    names: ({ variable }) => [variable],
    prompt: (context) => linePrompt(line, knownIn(line, context), context.settings.placeholder),
    shown: ({ variable }, context) =>
      line.show?.(knownIn(line, context) ?? '') || `\${${variable}}`,
    keep: (context) => {
      const { settings, variables } = context;
      const isUnknown = variables[settings.variable] === DONT_KNOW;
      return isUnknown || knownIn(line, context) !== undefined ? { go: 'next' } : null;
    },
    take,
    read: (answer, context) => {
      const { settings } = context;
      const { invalid, unclear = '', changeLabel } = settings;
      const reading = readLine(line, answer, settings);
      if (!reading) return again(question, context, invalid);
      if ('refused' in reading) return again(question, context, settings[reading.refused]);
      if ('value' in reading) return take(reading.value, context);
      const typed = answer.kind === 'text' ? answer.text : '';
      return askBack({ text: unclear, instead: invalid, changeLabel }, typed, reading.meanings);
    },
  };
  return question;
}

/** What is known; undefined when it will not do. */
function knownIn<Rules>(
  line: Line<Rules, string>,
  { settings, variables }: StepContext<Rules & { variable: string }>,
): string | undefined {
  const value = variables[settings.variable] ?? '';
  const keeps = line.keeps?.(value, settings) ?? 'value' in line.read(value, settings);
  return keeps ? value : undefined;
}
