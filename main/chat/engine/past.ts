import type { Answer, Border } from '../../../preload/contract';
import { amountOf, Budget, OverBudget } from './budget';
import type { ChatState, Waiting } from './chat-state';
import type { Change, SessionRow } from './ports';

/** A question that was answered, or left unanswered for too long, and what its answer has changed. */
export interface Answered {
  readonly question: string;
  /** The chat as it waited for the answer. */
  readonly state: Waiting;
  /** What the session had written by then. */
  readonly rows: readonly SessionRow[];
  /** Null where there is nothing to fill in again. */
  readonly answer: Answer | null;
  /** What has been changed in the store since, up to the next of these. */
  readonly changes: readonly Change[];
}

/** An answer that was withdrawn: filled in where its question comes again. */
interface Said {
  readonly place: string;
  readonly answer: Answer;
}

/** The way that a chat has come, as far as it can be gone back. */
export interface Past {
  readonly answered: readonly Answered[];
  /** What cannot be taken back and lies before it. */
  readonly stays: Border | null;
  readonly said: readonly Said[];
}

export const NO_PAST: Past = { answered: [], stays: null, said: [] };

/** Beyond these, the oldest questions cannot be gone back to: a chat must not fill the memory. */
const MAX_ANSWERED = 200;
const MAX_CHARACTERS = 8_000_000;

interface Step {
  readonly question: string | null;
  readonly before: ChatState;
  readonly rows: readonly SessionRow[];
  readonly answer: Answer | null;
  readonly changes: readonly Change[];
  readonly border: Border | null;
  /** The same is asked again, as the answer was not taken. */
  readonly repeats: boolean;
}

/** The past after one more turn. */
export function remember(past: Past, step: Step): Past {
  const { question, before, rows, changes, border, repeats } = step;
  if (border !== null) return { ...past, answered: [], stays: border };
  const answer = fillable(step.answer);
  if (!repeats && question !== null && before.kind === 'waiting') {
    const answered = { question, state: before, rows, answer, changes };
    return { ...past, answered: withinMemory([...past.answered, answered]) };
  }
  const last = past.answered.at(-1);
  if (!last || changes.length === 0) return past;
  const more = { ...last, changes: [...last.changes, ...changes] };
  return { ...past, answered: [...past.answered.slice(0, -1), more] };
}

export interface WayBack {
  readonly to: Answered;
  /** What has been changed since, the oldest first. */
  readonly changes: readonly Change[];
  readonly past: Past;
}

/** The way back to a question; null when the chat cannot go back there. */
export function wayBackTo(past: Past, question: string): WayBack | null {
  const at = past.answered.findIndex((each) => each.question === question);
  const to = past.answered[at];
  if (!to) return null;
  const undone = past.answered.slice(at);
  const said = undone.flatMap(({ state, answer }) =>
    answer === null ? [] : [{ place: placeOf(state), answer }],
  );
  return {
    to,
    changes: undone.flatMap(({ changes }) => changes),
    past: {
      ...past,
      answered: past.answered.slice(0, at),
      said: [...said, ...past.said].slice(0, MAX_ANSWERED),
    },
  };
}

/**
 * The chat as it waits again. What it has used of its budget since is not given back: it could go back
 * and forth for ever otherwise.
 */
export function askAgain(state: Waiting, now: ChatState): ChatState {
  const budget = new Budget('spent' in now ? now.spent : state.spent, false);
  try {
    budget.use(state.prompt);
    return { ...state, spent: budget.spent };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { kind: 'ended', variables: state.variables, because: 'too_long' };
  }
}

/** Takes out what was said to the question that the chat asks now, before the participant went back. */
export function recall(past: Past, state: ChatState): { earlier: Answer | null; past: Past } {
  if (state.kind !== 'waiting' || past.said.length === 0) return { earlier: null, past };
  const place = placeOf(state);
  const at = past.said.findIndex((each) => each.place === place);
  const found = past.said[at];
  if (!found) return { earlier: null, past };
  return { earlier: found.answer, past: { ...past, said: past.said.toSpliced(at, 1) } };
}

/** The same question of the same module has the same text, in whichever round of a loop. */
function placeOf({ experienceId, moduleId, callers, prompt }: Waiting): string {
  const way = callers.map((frame) => [frame.experienceId, frame.moduleId]);
  return JSON.stringify([way, experienceId, moduleId, prompt.kind, prompt.progress?.step]);
}

/**
 * What a prompt can be filled in with. Files would have to be kept; a consent, or terms that are
 * accepted, are given anew each time (GDPR, recital 32).
 */
function fillable(answer: Answer | null): Answer | null {
  switch (answer?.kind) {
    case undefined:
    case 'file':
    case 'signature':
    case 'consent':
    case 'confirm':
    case 'skip':
    case 'dontKnow':
      return null;
    case 'text':
      return { ...answer, acceptedTerms: false };
    default:
      return answer ?? null;
  }
}

function withinMemory(answered: readonly Answered[]): readonly Answered[] {
  let left = MAX_CHARACTERS;
  const isTooMuch = ({ state, answer, changes }: Answered): boolean => {
    for (const held of [state, answer, changes]) {
      const { texts, pictures } = amountOf(held);
      left -= texts + pictures;
    }
    return left < 0;
  };
  const last = answered.slice(-MAX_ANSWERED);
  return last.slice(last.findLastIndex(isTooMuch) + 1);
}
