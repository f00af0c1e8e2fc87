import type { TableAnswer } from './answers';
import { DATA_KINDS, type DataKind, KINDS_IN } from './kinds';

/** What a table is called, and what can be in it, in the words of the page. */
export interface Named {
  table(answer: TableAnswer): string;
  kind(kind: DataKind): string;
}

/** The tables that what was typed names, or that can hold a kind of data that it names. */
export function findAnswers(
  answers: readonly TableAnswer[],
  typed: string,
  named: Named,
): TableAnswer[] {
  const kinds = DATA_KINDS.filter((kind) => isNamed(named.kind(kind), typed));
  return answers.filter(
    (answer) =>
      isNamed(named.table(answer), typed) ||
      KINDS_IN[answer.table].some((kind) => kinds.includes(kind)),
  );
}

/** Whether all of what was typed is in a name, whatever its endings; an empty text is in each. */
export function isNamed(name: string, typed: string): boolean {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return words.every((word) => folded(name).includes(stem(word)));
}

/** “Addresses” asks for what is called “address”, „Adressen“ for „Postadresse“. */
function stem(word: string): string {
  if (word.length < MIN_STEM) return word;
  return word.replace(/(?:es|en|e|s|n)$/, '');
}

const MIN_STEM = 5;

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
