import type { z } from 'zod';
import type { Answer, Language, Prompt } from '../../../../../preload/contract';
import type { Scope } from '../../../engine/expressions/functions';
import type { Meaning } from '../../ask/asking';
import type { FileToKeep } from '../../ask/file-row';

/** An answer as it is kept. */
export interface Read {
  /** For people: labels, not ids. */
  answer: string;
  score?: number;
  /** Kept beside the answer, which says that there is one. */
  file?: FileToKeep;
  /** Of what was chosen, in the order of the answer. */
  optionIds?: readonly string[];
}

/** An answer that may have meant several things: the participant is asked which. */
export interface Unclear {
  readonly meanings: readonly Meaning[];
}

export interface KindWords {
  /** As the author chooses it. */
  readonly name: string;
  /** Labels of its settings by their path within the question: `options`, `options.label`. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A kind of question: what the author sets, what is asked, and what an answer to it is. */
export interface QuestionKind<S extends z.ZodRawShape> {
  /** Shown while the kind is chosen. Kinds that share a setting share its schema and its words. */
  readonly settings: S;
  /** How many of its `options` an answer has, where participants choose; of a table one per row. */
  readonly chooses?: 'one' | 'several' | 'per_row';
  /** The setting that lists its options; `options` unless given. */
  readonly list?: string;
  /** How many items the lists among its settings need. */
  readonly needs?: Readonly<Partial<Record<keyof S, number>>>;
  /** Keys of settings that cannot be as they are. */
  wrong?(question: SettingsOf<S>): readonly string[];
  readonly texts: Readonly<Record<Language, KindWords>>;
  prompt(question: SettingsOf<S>): Prompt;
  /** Null for what does not answer the question. */
  read(question: SettingsOf<S>, answer: Answer, scope: Scope): Read | Unclear | null;
}

export type SettingsOf<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;

export function defineKind<const S extends z.ZodRawShape>(kind: QuestionKind<S>): QuestionKind<S> {
  return Object.freeze(kind);
}
