import type { Answer, BranchDeclaration, Prompt } from '../../../../preload/contract';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { type AskSettings, DONT_KNOW } from './settings';

/** What differs between one question and another. */
export interface Question<S extends AskSettings> {
  /** The variables that hold the answer. */
  names(settings: S): readonly string[];
  /** Without `why`, ways out and idle time: every question gets them from its settings. */
  prompt(context: StepContext<S>): Prompt;
  /** The chat goes on, or asks again. */
  read(answer: Answer, context: StepContext<S>): StepResult;
  /** The chat goes on with what the participant has confirmed to have meant; see `askBack`. */
  take?(value: string, context: StepContext<S>): StepResult;
  /** What is said before the prompt; the question unless given. */
  opening?(context: StepContext<S>): string[];
  /** A known answer, as a text with variables; their values unless given. */
  shown?(settings: S, context: StepContext<S>): string;
  /** How the chat goes on without an answer; to the next module unless given. */
  skip?(context: StepContext<S>): StepResult;
  /** How the chat goes on with an answer that is known; null when that answer will not do. */
  keep?(context: StepContext<S>): StepResult | null;
}

/** How a question behaves, as parts of its declaration. */
export function asking<S extends AskSettings>(question: Question<S>) {
  return {
    waits: ({ whenKnown }: S) => whenKnown !== 'keep',
    needs: [],
    sets: (settings: S) => (settings.skip ? [] : question.names(settings)),
    maySet: (settings: S) => question.names(settings),
    leavesUnset: ['idle'],
    step: (context: StepContext<S>) => framed(step(question, context), context.settings),
  };
}

type FixedBranch = BranchDeclaration['fixed'][number];

/** The branches of a question: on, the module's own, and `idle` where it does not wait for ever. */
export function questionBranches(...own: FixedBranch[]): BranchDeclaration {
  const idle = { id: 'idle', optional: false, onlyWith: 'idleMinutes' };
  return { fixed: [{ id: 'next', optional: true }, ...own, idle] };
}

/** Asks the same again, after saying why. */
export function again<S extends AskSettings>(
  question: Pick<Question<S>, 'prompt'>,
  context: StepContext<S>,
  text: string,
): StepResult {
  return { say: [text], ask: question.prompt(context) };
}

function step<S extends AskSettings>(question: Question<S>, context: StepContext<S>): StepResult {
  const { event, settings, memory } = context;
  switch (event.kind) {
    case 'enter':
      return enter(question, context);
    case 'idle':
      return { go: 'idle' };
    case 'linkOpened':
    case 'outcome':
      return { ask: question.prompt(context) };
    case 'answer':
      if (event.answer.kind === 'skip') return question.skip?.(context) ?? { go: 'next' };
      if (event.answer.kind === 'dontKnow') return { set: unknown(question, settings), go: 'next' };
      if (memory.isOffer) return afterOffer(question, context, event.answer);
      if (memory.meanings) return afterAskBack(question, context, event.answer);
      return question.read(event.answer, context);
  }
}

function unknown<S extends AskSettings>(question: Question<S>, settings: S): Variables {
  return Object.fromEntries(question.names(settings).map((name) => [name, DONT_KNOW]));
}

function enter<S extends AskSettings>(question: Question<S>, context: StepContext<S>): StepResult {
  const { whenKnown } = context.settings;
  const kept = whenKnown === 'ask_again' ? null : keep(question, context);
  if (!kept) return ask(question, context);
  return whenKnown === 'keep' ? kept : { say: whatIsKnown(question, context), ...offer(context) };
}

function ask<S extends AskSettings>(question: Question<S>, context: StepContext<S>): StepResult {
  const opening = question.opening?.(context) ?? [context.settings.question];
  return { say: opening, ask: question.prompt(context) };
}

function keep<S extends AskSettings>(
  question: Question<S>,
  context: StepContext<S>,
): StepResult | null {
  const { settings, variables } = context;
  const names = question.names(settings);
  const isKnown = names.every((name) => Object.hasOwn(variables, name));
  if (!isKnown || names.every((name) => variables[name] === '')) return null;
  return question.keep ? question.keep(context) : { go: 'next' };
}

function whatIsKnown<S extends AskSettings>(
  question: Question<S>,
  context: StepContext<S>,
): string[] {
  const { settings, variables } = context;
  const names = question.names(settings);
  if (settings.dontKnow && names.every((name) => variables[name] === DONT_KNOW)) {
    return [settings.knownText, settings.dontKnow];
  }
  const values = names.map((name) => `\${${name}}`);
  return [settings.knownText, question.shown?.(settings, context) ?? values.join(' ')];
}

function offer<S extends AskSettings>({ settings }: StepContext<S>) {
  const options = [
    { id: 'keep', label: settings.keepLabel },
    { id: 'change', label: settings.changeLabel },
  ];
  return { ask: { kind: 'choice' as const, options }, remember: { isOffer: 'yes' } };
}

function afterOffer<S extends AskSettings>(
  question: Question<S>,
  context: StepContext<S>,
  answer: Answer,
): StepResult {
  const option = answer.kind === 'choice' ? answer.option : undefined;
  if (option === 'change') return ask(question, context);
  return (option === 'keep' && keep(question, context)) || offer(context);
}

/** What an answer may have meant. */
export interface Meaning {
  /** As it is kept. */
  readonly value: string;
  /** As people write it. */
  readonly shown: string;
}

/**
 * Offers what an answer may have meant, instead of choosing for the participant, and to change it.
 * `text` is said before; experiences from before there was such a text say `instead`.
 */
export function askBack(
  { text, instead, changeLabel }: { text: string; instead: string; changeLabel: string },
  typed: string,
  meanings: readonly Meaning[],
) {
  const options = meanings.map(({ shown }, at) => ({ id: `meaning-${at}`, label: shown }));
  return {
    say: [text || instead],
    ask: { kind: 'choice' as const, options: [...options, { id: 'change', label: changeLabel }] },
    remember: { typed, meanings: JSON.stringify(meanings.map(({ value }) => value)) },
  };
}

/** The value that was chosen of those asked back about; undefined when it is none of them. */
export function meantBy({ meanings = '[]' }: Variables, answer: Answer): string | undefined {
  const option = answer.kind === 'choice' ? answer.option : '';
  const at = Number(/^meaning-(\d+)$/.exec(option)?.[1]);
  return (JSON.parse(meanings) as string[])[at];
}

/** With what was typed, to change it. */
export function toChange(prompt: Prompt, { typed }: Variables): Prompt {
  return prompt.kind === 'text' ? { ...prompt, ...prefilled(typed) } : prompt;
}

function afterAskBack<S extends AskSettings>(
  question: Question<S>,
  context: StepContext<S>,
  answer: Answer,
): StepResult {
  const value = meantBy(context.memory, answer);
  const { typed: _, meanings: __, ...memory } = context.memory;
  const fresh = { ...context, memory };
  if (value !== undefined && question.take) return question.take(value, fresh);
  return { ask: toChange(question.prompt(fresh), context.memory) };
}

/** Gives a prompt what every question may have. What is only offered is neither skipped nor unknown. */
export function framed(result: StepResult, settings: Partial<AskSettings>): StepResult {
  if (!('ask' in result)) return result;
  const { why, skip, dontKnow, idleMinutes = 0 } = settings;
  const isOffer = result.remember?.isOffer !== undefined;
  const frame = {
    ...(why && { why }),
    ...(skip && !isOffer && { skip }),
    ...(dontKnow && !isOffer && { dontKnow }),
    ...(idleMinutes > 0 && { idleAfterMs: idleMinutes * 60_000 }),
  };
  return { ...result, ask: { ...frame, ...result.ask } };
}

/**
 * What an input starts with. A text that would be taken for a template is left out, as is what stands for
 * not knowing: nobody has typed it.
 */
export function prefilled(value: string | undefined): { initial?: string } {
  return value && value !== DONT_KNOW && !value.includes('${') ? { initial: value } : {};
}
