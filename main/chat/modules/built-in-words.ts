import {
  BUILT_IN_LANGUAGES,
  type BuiltInLanguage,
  baseOf,
  type ChatLanguage,
  type ExperienceText,
  type Graph,
} from '../../../preload/contract';
import { moduleOf } from '.';
import { COMMON_WORDS } from './common-words';
import type { ModuleDefinition } from './define-module';

/** One sentence that a module begins with, in all languages. */
export interface BuiltInSentence {
  /** Of its setting, without positions in lists: `options.label`. */
  readonly field: string;
  readonly in: Readonly<Record<BuiltInLanguage, string>>;
}

/**
 * A sentence that the kind of module begins with, in another language: whichever of the eight the text is
 * in. Undefined where the text is none of those of this setting, nor a word such as "Yes" or "Skip", and
 * where modules do not speak the language, nor the same without its region.
 *
 * @param path with or without ids of list items: `options.label`, `options.o1.label`
 */
export function builtInTranslation(
  { type, field: path, text }: Pick<ExperienceText, 'type' | 'field' | 'text'>,
  language: ChatLanguage,
): string | undefined {
  const to = BUILT_IN_LANGUAGES.find((each) => each === baseOf(language));
  if (to === undefined || type === null) return undefined;
  const own = sentencesOfType(type).filter(({ field }) => isSameField(field, path));
  const rows = [...own.map((sentence) => sentence.in), ...COMMON_WORDS];
  const wanted = text.trim();
  return rows.find((row) => BUILT_IN_LANGUAGES.some((each) => row[each] === wanted))?.[to];
}

/**
 * The language that an experience is in which does not say so: that of most sentences that its modules began
 * with and still have. Undefined where it has none of them.
 */
export function writtenIn({ modules }: Pick<Graph, 'modules'>): BuiltInLanguage | undefined {
  const counts = new Map<BuiltInLanguage, number>();
  for (const { type, settings } of modules) {
    const sentences = sentencesOfType(type);
    for (const [, text] of textsIn(settings)) {
      const row = sentences.find((each) => BUILT_IN_LANGUAGES.some((tag) => each.in[tag] === text));
      const [only, ...others] = BUILT_IN_LANGUAGES.filter((tag) => row?.in[tag] === text);
      // What is the same in several languages tells nothing.
      if (only && others.length === 0) counts.set(only, (counts.get(only) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

const known = new Map<string, readonly BuiltInSentence[]>();

function sentencesOfType(type: string): readonly BuiltInSentence[] {
  const made = known.get(type);
  if (made) return made;
  const definition = moduleOf(type);
  const sentences = definition ? sentencesOf(definition) : [];
  if (definition) known.set(type, sentences);
  return sentences;
}

/** All that a new module of the kind says; what is the same in English and German is so everywhere. */
export function sentencesOf({ texts, words = {} }: ModuleDefinition): readonly BuiltInSentence[] {
  const german = new Map(textsIn(texts.de.initial));
  return textsIn(texts.en.initial).flatMap(([path, en]) => {
    const de = german.get(path);
    const others = words[path] ?? (en === de ? everywhere(en) : undefined);
    if (de === undefined || others === undefined) return [];
    return [{ field: withoutPositions(path), in: { en, de, ...others } }];
  });
}

function everywhere(text: string): Record<Exclude<BuiltInLanguage, 'en' | 'de'>, string> {
  return { fr: text, es: text, it: text, nl: text, pl: text, tr: text };
}

/** Texts of settings that say something, by their paths; items of lists by their position. */
export function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

const withoutPositions = (path: string): string => path.replaceAll(/\.\d+(?=\.|$)/g, '');

/** Between the names of a list and of a field of its items stands an id, or nothing. */
function isSameField(field: string, path: string): boolean {
  if (field === path) return true;
  const [list, ...inner] = field.split('.');
  const parts = path.split('.');
  return (
    inner.length > 0 &&
    parts[0] === list &&
    inner.join('.') === parts.slice(parts.length - inner.length).join('.')
  );
}
