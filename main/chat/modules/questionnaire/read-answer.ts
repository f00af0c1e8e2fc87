import type { Answer, Prompt } from '../../../../preload/contract';
import { cleanLines } from '../../../foundation/text/clean-text';
import type { Scope } from '../../engine/expressions/functions';
import { interpolate } from '../../engine/interpolate';
import type { QuestionItem } from './questions';

export interface Read {
  /** For people: labels, not ids. */
  answer: string;
  score?: number;
}

const MAX_TEXT = 5_000;

export function promptFor(question: QuestionItem): Prompt {
  const { options, rows } = question;
  switch (question.kind) {
    case 'single':
      return { kind: 'choice', options };
    case 'multiple':
      return { kind: 'choices', options, ...choicesAllowed(question) };
    case 'scale': {
      const { highest: max, minLabel, maxLabel } = question;
      return { kind: 'scale', look: 'numbers', min: 1, max, minLabel, maxLabel };
    }
    case 'matrix':
      return { kind: 'matrix', rows, columns: options };
    case 'text':
      return { kind: 'text', format: 'longText', placeholder: '' };
  }
}

/** Null for what does not answer the question. */
export function readAnswer(question: QuestionItem, answer: Answer, scope: Scope): Read | null {
  const words = (label: string): string => interpolate(label, scope);
  switch (question.kind) {
    case 'single':
      return readChoices(question, answer.kind === 'choice' ? [answer.option] : [], words, 1, 1);
    case 'multiple': {
      const { min, max } = choicesAllowed(question);
      const chosen = answer.kind === 'choices' ? answer.options : null;
      return chosen && readChoices(question, chosen, words, min, max);
    }
    case 'scale':
      return answer.kind === 'scale' ? readScale(answer.value, question.highest) : null;
    case 'matrix':
      return answer.kind === 'matrix' ? readMatrix(question, answer.cells, words) : null;
    case 'text': {
      const text = answer.kind === 'text' ? cleanLines(answer.text.slice(0, 2 * MAX_TEXT)) : '';
      return text !== '' && text.length <= MAX_TEXT ? { answer: text } : null;
    }
  }
}

/** An author who asks for more than there is gets all that there is. */
function choicesAllowed({ minChoices = 1, maxChoices, options }: QuestionItem) {
  const max = Math.min(maxChoices ?? options.length, options.length);
  return { min: Math.min(minChoices, max), max };
}

function readChoices(
  { options }: QuestionItem,
  chosen: readonly string[],
  words: (label: string) => string,
  min: number,
  max: number,
): Read | null {
  const ids = new Set(chosen);
  const found = options.filter(({ id }) => ids.has(id));
  if (found.length !== ids.size || found.length < min || found.length > max) return null;
  return { answer: found.map(({ label }) => words(label)).join('; ') };
}

function readScale(value: number, highest: number): Read | null {
  const isOnScale = Number.isInteger(value) && value >= 1 && value <= highest;
  return isOnScale ? { answer: String(value), score: value } : null;
}

/** All rows in one answer, since a question has one row in the table. */
function readMatrix(
  { rows, options }: QuestionItem,
  cells: Readonly<Record<string, string>>,
  words: (label: string) => string,
): Read | null {
  const lines = rows.map((row) => {
    const id = Object.hasOwn(cells, row.id) ? cells[row.id] : undefined;
    const column = options.find((option) => option.id === id);
    return column && `${words(row.label)}: ${words(column.label)}`;
  });
  return lines.includes(undefined) ? null : { answer: lines.join('; ') };
}
