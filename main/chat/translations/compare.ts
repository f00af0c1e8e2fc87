import {
  AppError,
  chatSettings,
  type ExperienceText,
  type Graph,
  partsAstray,
  type RefusedBecause,
  type Translation,
  type TranslationReport,
} from '../../../preload/contract';
import { type ReadEntry, type ReadTranslations, writable } from './translation-file';

/** More would not be read by anybody. */
const MAX_REFUSED = 200;

type Refused = TranslationReport['refused'][number];

/**
 * What applying a file would do to a draft. A translation of another text than there is now is taken, and
 * is outdated; one that has lost a variable or a link, or has others, is not.
 *
 * @throws AppError `translations.other_experience`, `translations.unknown_language`
 */
export function compare(
  { id, graph, texts }: { id: string; graph: Graph; texts: readonly ExperienceText[] },
  read: ReadTranslations,
): Omit<TranslationReport, 'fileName'> {
  const language = languageIn(graph, read.language);
  const byPlace = new Map(texts.map((text) => [text.place, text]));
  const isOther = read.experienceId !== null && read.experienceId !== id;
  const knowsNone =
    read.entries.length > 0 && !read.entries.some(({ place }) => byPlace.has(place));
  if (isOther || knowsNone) throw new AppError('translations.other_experience');
  const counts = new Map<string, number>();
  for (const { place } of read.entries) counts.set(place, (counts.get(place) ?? 0) + 1);

  const known = graph.translations?.[language] ?? {};
  const apply = new Map<string, Translation>();
  const report = { added: 0, changed: 0, same: 0, outdated: 0 };
  const translated = new Set<string>();
  const refused: Refused[] = [];
  for (const entry of read.entries) {
    if (entry.target.trim() === '') continue;
    const text = byPlace.get(entry.place);
    const because = refusal(entry, text, counts);
    if (because || !text) {
      refused.push(shown(entry, because ?? 'unknown_place', text));
      continue;
    }
    translated.add(entry.place);
    const isCurrent = entry.source === writable(text.text);
    const now: Translation = { text: entry.target, of: isCurrent ? text.text : entry.source };
    const before = Object.hasOwn(known, entry.place) ? known[entry.place] : undefined;
    if (before?.text === now.text && before.of === now.of) {
      report.same += 1;
      continue;
    }
    apply.set(entry.place, now);
    if (before && before.text !== '') report.changed += 1;
    else report.added += 1;
    if (!isCurrent) report.outdated += 1;
  }
  return {
    language,
    texts: Object.fromEntries(apply),
    ...report,
    missing: texts.filter(({ place }) => !translated.has(place)).length,
    refused: refused.slice(0, MAX_REFUSED),
    refusedInAll: refused.length,
  };
}

function languageIn(graph: Graph, language: string): string {
  const others = chatSettings(graph).languages?.others ?? [];
  const found = others.find((each) => each.toLowerCase() === language.toLowerCase());
  if (found === undefined) {
    throw new AppError('translations.unknown_language', { language: language.slice(0, 40) });
  }
  return found;
}

function refusal(
  { place, target, source, isCut }: ReadEntry,
  text: ExperienceText | undefined,
  counts: ReadonlyMap<string, number>,
): RefusedBecause | null {
  if (!text) return 'unknown_place';
  if ((counts.get(place) ?? 0) > 1) return 'duplicate';
  if (isCut) return 'in_pieces';
  if (target.length > text.maxLength || source.length > text.maxLength * 2) return 'too_long';
  const { lost, added } = partsAstray(text.text, target);
  return lost.length > 0 || added.length > 0 ? 'astray' : null;
}

function shown(
  { place, target }: ReadEntry,
  because: RefusedBecause,
  text: ExperienceText | undefined,
): Refused {
  const { lost, added } = text ? partsAstray(text.text, target) : { lost: [], added: [] };
  const detail = because === 'astray' ? [...lost, ...added].join(', ') : '';
  return {
    place: place.slice(0, 300),
    because,
    text: target.slice(0, 200),
    detail: detail.slice(0, 200),
  };
}
