import type { z } from 'zod';
import {
  type BranchDeclaration,
  type BuiltInLanguage,
  isWritten,
  type Language,
  type ModuleGroup,
  type ModuleTexts,
  type OptionDeclaration,
  type Symbology,
  type TableName,
  type WrittenWhen,
} from '../../../preload/contract';
import type { Call, StepContext, StepResult } from '../engine/step';

/** Names of variables; which ones may depend on the settings. */
export type Names<S> = readonly string[] | ((settings: S) => readonly string[]);

/** `settings` are null while they are incomplete; then only the names that always hold are known. */
export function namesOf<S>(names: Names<S> | undefined, settings: S | null): readonly string[] {
  if (typeof names !== 'function') return names ?? [];
  return settings === null ? [] : names(settings);
}

/** Tables that the module writes with these settings, with the days that it declares. */
export function storesWith(
  { stores, storesOnlyWhen = {} }: Pick<ModuleDefinition, 'stores' | 'storesOnlyWhen'>,
  settings: Readonly<Record<string, unknown>>,
): [table: TableName, days: number][] {
  const declared = Object.entries(stores) as [TableName, number][];
  return declared.filter(([table]) => isWritten(storesOnlyWhen[table], settings));
}

/** While the settings are incomplete, that is the problem, not what they could lead to. */
export function waitsWith<S>({ waits }: ModuleDefinition<S>, settings: S | null): boolean {
  if (typeof waits !== 'function') return waits;
  return settings === null || waits(settings);
}

/** Texts of a module in one language: labels for the builder and words for the chat. */
export interface ModuleWords<D> extends ModuleTexts {
  /** Settings of a newly added module that are words, and therefore differ by language. */
  initial: D;
}

/** Languages of participants in which a module brings along the sentences that it begins with, and no more. */
export type SentenceLanguage = Exclude<BuiltInLanguage, Language>;

/**
 * The sentences of `initial` in these languages, by the path of their setting; items of lists by their
 * position (`options.0.label`).
 */
export type ModuleSentences = Readonly<Record<string, Readonly<Record<SentenceLanguage, string>>>>;

/** To a module of the same experience, or into another experience. */
export interface Destination {
  readonly moduleId?: string;
  readonly experienceId?: string;
  /** Variables of the other experience that are set when it begins. */
  readonly inputs?: readonly string[];
  /** All variables go along. */
  readonly takesAll?: boolean;
  /** What comes back; null or left out when the chat does not come back. */
  readonly outputs?: Call['outputs'];
}

export interface ModuleDefinition<S = unknown, D = Partial<S>> {
  readonly type: string;
  readonly group: ModuleGroup;
  /** Name of a lucide icon, kebab-case. */
  readonly icon: string;
  readonly settings: z.ZodType<S>;
  readonly texts: Readonly<Record<Language, ModuleWords<D>>>;
  /** What a new module says to participants, in the other languages that ChatVault speaks. */
  readonly words?: ModuleSentences;
  readonly branches: BranchDeclaration;
  /** Whether the step always waits for the participant: a loop without such a step never ends. */
  readonly waits: boolean | ((settings: S) => boolean);
  /** Variables that have to be set on every way to the module. */
  readonly needs: Names<S>;
  /** Variables that are set on every way out of the module. */
  readonly sets: Names<S>;
  /** Branches on which nothing of that is certain, such as the one of a question without an answer. */
  readonly leavesUnset?: readonly string[];
  /** Branches on which nothing is set any more, whatever was. */
  readonly forgetsOn?: readonly string[];
  /** Variables that may be set, and may not. */
  readonly maySet?: Names<S>;
  /**
   * Of them, those that only complete the others or say them again: who uses one uses what was asked,
   * and whether it is used needs no thought of its own.
   */
  readonly alongside?: readonly string[];
  /** Variables that it sets to a text of its settings, once it is filled in. */
  readonly fills?: (settings: S) => readonly { variable: string; text: string }[];
  /** The options that its variables are set to, where participants choose. */
  readonly offers?: OptionDeclaration;
  /** Variables that the settings mention otherwise than in a text. */
  readonly reads?: Names<S>;
  /** Where the module leads without a branch. */
  readonly leadsTo?: (settings: S) => Destination;
  /** Tables that the module writes, with the days after which a row is gone unless set otherwise. */
  readonly stores: Readonly<Partial<Record<TableName, number>>>;
  /** Tables of these that are written with some settings only. */
  readonly storesOnlyWhen?: Readonly<Partial<Record<TableName, WrittenWhen>>>;
  /** Key of the setting that sums the module up on its node. */
  readonly summary?: string;
  /** The table whose stored rows hold a limit that these settings promise; null without a limit. */
  readonly limits?: (settings: S) => TableName | null;
  /** Whether without storage nothing is given out at all, instead of as often as somebody likes. */
  readonly givesOut?: boolean;
  /** The pool of imported codes that the module takes codes from, and how they are to be shown. */
  readonly usesPool?: (settings: S) => { id: string; symbology?: Symbology };
  readonly step: (context: StepContext<S>) => StepResult;
}

/**
 * Declares a chat module: data plus one pure step. The builder's form, branches, storage panel,
 * problems and every report are derived from the declaration.
 */
export function defineModule<S>(definition: ModuleDefinition<S>): ModuleDefinition {
  // The settings are parsed by this very schema before they reach a function of the declaration.
  return Object.freeze(definition) as unknown as ModuleDefinition;
}
