import type { Answer, Prompt, TextFormat } from '../../../../preload/contract';
import type { StepContext, StepResult } from '../../engine/step';
import { again, prefilled, type Question } from './asking';
import { type AskSettings, DONT_KNOW } from './settings';

/**
 * What a line that somebody typed was understood as: a value; nothing, for a reason; or one of several
 * values, which only the participant can tell. The id of each is what they could have typed instead.
 */
export type Reading<Reason extends string> =
  | { value: string }
  | { refused: Reason }
  | { unclear: { id: string; label: string }[] };

/** An answer in one line, the same in a module of its own and as a question of a questionnaire. */
export interface Line<S, Reason extends string> {
  readonly format: TextFormat;
  /** Value of the HTML attribute. */
  readonly autocomplete?: string;
  /** A value that was read is read as itself. */
  read(typed: string, settings: S): Reading<Reason>;
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
  const typed = typedIn(answer);
  return typed === null || typed.length > MAX_LENGTH ? null : line.read(typed, settings);
}

/** An option that was offered because the line was unclear stands for a line. */
function typedIn(answer: Answer): string | null {
  if (answer.kind === 'text') return answer.text;
  return answer.kind === 'choice' ? answer.option : null;
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

/** A module that asks for one line. What it says to a line that will not do is a setting for each reason. */
export function lineQuestion<S extends LineSettings<Reason> & Rules, Rules, Reason extends string>(
  line: Line<Rules, Reason>,
): Question<S> {
  /** What is known, as it is kept; undefined when it will not do. */
  const knownIn = ({ settings, variables }: StepContext<S>): string | undefined => {
    const reading = line.read(variables[settings.variable] ?? '', settings);
    return 'value' in reading ? reading.value : undefined;
  };
  const question: Question<S> = {
    names: ({ variable }) => [variable],
    prompt: (context) => linePrompt(line, knownIn(context), context.settings.placeholder),
    shown: ({ variable }, context) => line.show?.(knownIn(context) ?? '') || `\${${variable}}`,
    keep: (context) => {
      const { settings, variables } = context;
      const isUnknown = variables[settings.variable] === DONT_KNOW;
      return isUnknown || knownIn(context) !== undefined ? { go: 'next' } : null;
    },
    read: (answer, context) => {
      const { settings } = context;
      const reading = readLine(line, answer, settings);
      if (!reading) return again(question, context, settings.invalid);
      if ('refused' in reading) return again(question, context, settings[reading.refused]);
      if ('unclear' in reading) return askBack(reading.unclear, context);
      return { set: { [settings.variable]: reading.value }, go: 'next' };
    },
  };
  return question;
}

function askBack<S extends { invalid: string; unclear?: string }>(
  options: { id: string; label: string }[],
  { settings }: StepContext<S>,
): StepResult {
  return { say: [settings.unclear ?? settings.invalid], ask: { kind: 'choice', options } };
}
