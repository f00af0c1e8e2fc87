import type { Language } from '../../../../preload/contract';

interface LeftOut {
  readonly what: string;
  readonly detail: string;
  /** Names of the variables that it would have read or set. */
  readonly variables: readonly string[];
}

/** What the import itself writes into the flow, in the language of whoever imports. */
export interface Words {
  leftOut(left: LeftOut): string;
  /** Name of a variable for an answer that the file gives none. */
  readonly answer: string;
  /** Asked where the text before it has asked already. */
  readonly yourAnswer: string;
  readonly several: string;
  readonly one: string;
  /** Asked before a single option. */
  readonly ready: string;
  readonly open: string;
  readonly choose: string;
  readonly onward: string;
  option(number: number): string;
  from(question: string): string;
  until(question: string): string;
  readonly skip: string;
  readonly never: string;
  readonly and: string;
  readonly or: string;
  readonly path: string;
  readonly return: string;
  readonly contains: string;
  readonly containsNot: string;
  readonly isSet: string;
  readonly isEmpty: string;
  readonly startsWith: string;
  readonly endsWith: string;
  readonly matches: string;
  readonly matchesNot: string;
  readonly between: string;
}

const en: Words = {
  leftOut: ({ what, detail, variables }) =>
    `[${what}${detail && `: ${detail}`}${
      variables.length > 0 ? ` – ${variables.map((name) => `“${name}”`).join(', ')}` : ''
    }. Not taken over from Typebot: replace or delete this message.]`,
  answer: 'answer',
  yourAnswer: 'Your answer, please.',
  several: 'You can choose several answers.',
  one: 'Please choose one answer.',
  ready: 'Ready?',
  open: 'Open',
  choose: 'Choose',
  onward: 'Continue',
  option: (number) => `Option ${number}`,
  from: (question) => `${question} (from)`,
  until: (question) => `${question} (to)`,
  skip: 'Skip',
  never: 'Never',
  and: ' and ',
  or: ' or ',
  path: 'Path',
  return: 'Back to jump',
  contains: 'contains',
  containsNot: 'does not contain',
  isSet: 'is set',
  isEmpty: 'is empty',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matches: 'matches',
  matchesNot: 'does not match',
  between: ' to ',
};

const de: Words = {
  leftOut: ({ what, detail, variables }) =>
    `[${what}${detail && `: ${detail}`}${
      variables.length > 0 ? ` – ${variables.map((name) => `„${name}“`).join(', ')}` : ''
    }. Nicht aus Typebot übernommen: Ersetzen oder löschen Sie diese Nachricht.]`,
  answer: 'antwort',
  yourAnswer: 'Ihre Antwort bitte.',
  several: 'Sie können mehrere Antworten wählen.',
  one: 'Bitte wählen Sie eine Antwort.',
  ready: 'Bereit?',
  open: 'Öffnen',
  choose: 'Auswählen',
  onward: 'Weiter',
  option: (number) => `Antwort ${number}`,
  from: (question) => `${question} (von)`,
  until: (question) => `${question} (bis)`,
  skip: 'Überspringen',
  never: 'Nie',
  and: ' und ',
  or: ' oder ',
  path: 'Weg',
  return: 'Zurück zum Sprung',
  contains: 'enthält',
  containsNot: 'enthält nicht',
  isSet: 'ist gesetzt',
  isEmpty: 'ist leer',
  startsWith: 'beginnt mit',
  endsWith: 'endet mit',
  matches: 'passt zu',
  matchesNot: 'passt nicht zu',
  between: ' bis ',
};

export const WORDS: Readonly<Record<Language, Words>> = { en, de };
