import type { LegalKind, LegalOffer, LegalReading, LegalVersion } from '../../../preload/contract';
import { AppError, type ChatLanguage, type Graph } from '../../../preload/contract';
import type { LegalWordings } from '../engine/legal-wording';

/** A published version of a legal text, as a session keeps it until it ends. */
export interface PinnedText {
  readonly id: string;
  readonly kind: LegalKind;
  readonly version: LegalVersion;
}

/** The texts that a session may show, by id. */
export type PinnedTexts = ReadonlyMap<string, PinnedText>;

export const NO_TEXTS: PinnedTexts = new Map();

/**
 * In which of the languages a text is read: the first wanted that there is, whatever its region, or else
 * any. A text has one at least.
 */
export function bestLanguage(
  languages: readonly ChatLanguage[],
  wanted: readonly ChatLanguage[],
): ChatLanguage {
  const base = (tag: ChatLanguage): string => tag.split('-')[0] ?? tag;
  for (const tag of wanted) {
    const found =
      languages.find((each) => each === tag) ?? languages.find((each) => base(each) === base(tag));
    if (found !== undefined) return found;
  }
  return languages[0] ?? 'en';
}

/** Languages in the order in which a chat wants them: its own, then the main language. */
export function wantedLanguages(graph: Graph, own?: string): ChatLanguage[] {
  const { main } = graph.settings?.languages ?? {};
  return [own, main].flatMap((tag) => (tag === undefined || tag === '' ? [] : [tag]));
}

/** What modules may know of the texts. */
export function wordingsIn(texts: PinnedTexts, wanted: readonly ChatLanguage[]): LegalWordings {
  return Object.fromEntries(
    [...texts].flatMap(([id, { version }]) => {
      const words = version.languages[bestLanguage(Object.keys(version.languages), wanted)];
      if (!words) return [];
      const { title, text, sha256: hash } = words;
      return [[id, { versionId: version.id, number: version.number, title, text, hash }]];
    }),
  );
}

/** @throws AppError `legal.not_offered` for a text that the chat does not mention. */
export function readingOf(
  texts: PinnedTexts,
  id: string,
  wanted: readonly ChatLanguage[],
): LegalReading {
  const found = texts.get(id);
  if (!found) throw new AppError('legal.not_offered');
  const { kind, version } = found;
  const language = bestLanguage(Object.keys(version.languages), wanted);
  const words = version.languages[language];
  if (!words) throw new AppError('legal.not_offered');
  const [own] = wanted;
  return {
    id,
    kind,
    title: words.title,
    text: words.text,
    language,
    isOtherLanguage: own !== undefined && own.split('-')[0] !== language.split('-')[0],
    number: version.number,
    publishedAt: version.createdAt,
    address: version.address,
  };
}

/** What the chat offers all the time: of what its settings name, what there is. */
export function offerOf({ settings }: Graph, texts: PinnedTexts): LegalOffer {
  const { privacy, imprint } = settings?.legal ?? {};
  return {
    ...(privacy !== undefined && texts.has(privacy) && { privacy }),
    ...(imprint !== undefined && texts.has(imprint) && { imprint }),
  };
}
