import type { Language, ModuleNode, TypebotReason } from '../../../../preload/contract';
import { moduleOf } from '../../modules';
import { defaultsOf } from '../../modules/form';
import { object, text } from './loose';
import { type Names, variableIdsIn } from './names';
import type { Block, Place } from './read-typebot';
import { shortTemplate, template } from './template';
import type { Words } from './words';

type Settings = ModuleNode['settings'];

/** Where a branch leads: further along the block's own modules, to what follows it, or by an item's edge. */
export type Way =
  | { to: 'following' }
  | { to: 'onward' }
  | { to: 'item'; edgeId: string }
  /** Behind another block, as what follows it. */
  | { to: 'after'; blockId: string };

export interface Made {
  readonly type: string;
  readonly settings: Settings;
  /** By branch. `next` leads to the following module unless it is here. */
  readonly ways?: Readonly<Record<string, Way>>;
  /** Where a jump leads: the id of the module is known once all are made. */
  readonly jumpsTo?: Place;
}

/** What becomes of a block. Without modules, the chat passes through to what follows. */
export interface Converted {
  readonly modules: readonly Made[];
  /** Why it is not as it was. */
  readonly reasons: Iterable<TypebotReason>;
  /** Whether what it did is gone. */
  readonly isLeft?: boolean;
}

export type Converter = (block: Block, around: Surroundings) => Converted;

export interface BlockKind {
  readonly convert: Converter;
  /** Whether the text before it is its question. */
  readonly asks?: boolean;
}

/** What a block is converted in. */
export interface Surroundings {
  readonly language: Language;
  readonly words: Words;
  readonly names: Names;
  /** The text of the bubble before it, where it leads here only; null when there is none. */
  readonly question: string | null;
  /** The group's title, from which a variable without a name gets one. */
  readonly title: string;
  /** What writes the variable: types of blocks. */
  readonly writersOf: (variableId: unknown) => ReadonlySet<string>;
  /** Whether the variable holds several values in Typebot, which are one text here. */
  readonly isList: (variableId: unknown) => boolean;
  /** Whether anything follows the block. */
  readonly goesOn: boolean;
  /** Whether the file has such a group, with blocks in it. */
  readonly leadsSomewhere: (place: Place) => boolean;
  /** Jumps behind which the chat can go on after a return; empty without any return. */
  readonly returns: readonly string[];
  /** Where that is remembered. */
  readonly returnVariable: string;
  /** Links within the file, behind which the chat goes on once what they link has ended. */
  readonly links: readonly string[];
  /** Where it is remembered which of them the chat has come by. */
  readonly linkVariable: string;
}

/** A module with the settings that a new one has, in the user's language, but for these. */
export function made(
  type: string,
  language: Language,
  settings: Settings,
  more: Pick<Made, 'ways' | 'jumpsTo'> = {},
): Made {
  return { type, settings: { ...initialSettings(type, language), ...settings }, ...more };
}

const initial = new Map<string, Settings>();

function initialSettings(type: string, language: Language): Settings {
  const key = `${type} ${language}`;
  const known = initial.get(key);
  if (known) return known;
  const definition = moduleOf(type);
  if (!definition) throw new Error(`There is no module ${type}.`);
  const words = definition.texts[language].initial;
  const settings = { ...defaultsOf(definition.settings), ...words } as Settings;
  initial.set(key, settings);
  return settings;
}

/** Collects why a block changes while its parts are converted. */
export class Conversion {
  readonly reasons = new Set<TypebotReason>();
  readonly #names: Names;

  constructor({ names }: Pick<Surroundings, 'names'>) {
    this.#names = names;
  }

  text(source: string): string {
    return template(source, this.#names, this.reasons);
  }

  /** One line of at most so many characters. */
  line(source: string, max = 200): string {
    return shortTemplate(source, max, this.#names, this.reasons);
  }

  because(reason: TypebotReason, holds: unknown = true): void {
    if (holds) this.reasons.add(reason);
  }
}

/** What Typebot shows in an empty input unless the author wrote something else. */
const USUAL_PLACEHOLDERS =
  /^type (your (answer|email|phone number|url)|an? (number|url))\s?(\.{3}|…)?$/i;

/**
 * The question of a block that asks. Without one, what its empty input says, where that is the author's;
 * else one in the user's language.
 */
export function questionOf(
  { options }: Block,
  { question }: Surroundings,
  conversion: Conversion,
  otherwise: string,
): string {
  if (question !== null) return question;
  conversion.because('question_added');
  const placeholder = conversion.line(text(object(options.labels).placeholder));
  return placeholder && !USUAL_PLACEHOLDERS.test(placeholder) ? placeholder : otherwise;
}

/** What Typebot writes on the button below an input unless the author wrote something else. */
const USUAL_BUTTONS = /^(send|submit|upload)?$/i;

/** Whether the button says something of the author's own, for which our chat has no place. */
export function hasOwnButton({ type, options }: Block): boolean {
  if (type.endsWith('choice input') && options.isMultipleChoice !== true) return false;
  const label = text(object(options.labels).button) || text(options.buttonLabel);
  return !USUAL_BUTTONS.test(label.trim());
}

/** The variable that keeps an answer; one named after the group where the file names none. */
export function answerVariable({ options }: Block, { names, title, words }: Surroundings): string {
  return names.byId(options.variableId) ?? names.fresh(title || words.answer);
}

/** A message that says what stood there: the chat goes on as it did, without what it did. */
export function leftOut(
  block: Block,
  { language, words, names }: Surroundings,
  { what, detail = '', reason }: { what: string; detail?: string; reason: TypebotReason },
): Converted {
  const variables = variableIdsIn(block.options)
    .map((id) => names.original(id))
    .filter(Boolean);
  const text = words.leftOut({ what, detail, variables: [...new Set(variables)].slice(0, 10) });
  const shown = text.slice(0, 1_500).toWellFormed().replaceAll('${', '$ {');
  return {
    modules: [made('message', language, { text: shown })],
    reasons: [reason],
    isLeft: true,
  };
}
