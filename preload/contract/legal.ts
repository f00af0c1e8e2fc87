import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { ChatLanguage } from './languages';
import { Id, InstantMs, Nothing, VisibleName } from './values';

export const LEGAL_KINDS = ['privacy', 'terms', 'consent', 'imprint'] as const;
export const LegalKind = z.enum(LEGAL_KINDS);
export type LegalKind = z.infer<typeof LegalKind>;

/** In characters of a text in one language, and of all languages of a version together. */
export const MAX_LEGAL_TEXT = 60_000;
export const MAX_LEGAL_VERSION = 600_000;

/** How settings of modules name a legal text, and links in texts (`[words](legal:ID)`); empty is none. */
export const LegalRef = z
  .string()
  .max(70)
  .regex(/^(legal:[A-Za-z0-9_-]{1,64})?$/);
const REFERENCE = /(?<![A-Za-z0-9_-])legal:([A-Za-z0-9_-]{1,64})(?![A-Za-z0-9_-])/g;

export function legalRef(id: string): string {
  return `legal:${id}`;
}

/** The id in a setting that names a legal text; null where it names none. */
export function legalIdOf(ref: unknown): string | null {
  const parsed = LegalRef.safeParse(ref);
  return parsed.success && parsed.data !== '' ? parsed.data.slice('legal:'.length) : null;
}

/** Ids of all legal texts that a text mentions, each once. */
export function legalIdsIn(text: string): string[] {
  return [...new Set([...text.matchAll(REFERENCE)].map(([, id = '']) => id))];
}

/** The same text, with other ids where they are known. */
export function renewLegalIds(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (whole, id: string) => {
    const renewed = ids.get(id);
    return renewed === undefined ? whole : legalRef(renewed);
  });
}

/** What stands in a text where somebody still has to write something: `[[Please add: …]]`. */
const GAP = /\[\[[^\][]{1,500}\]\]/g;

export function gapsIn(text: string): string[] {
  return text.match(GAP) ?? [];
}

/** Light markdown with headings. */
export const LegalWords = z.object({
  title: z.string().trim().max(200),
  text: z.string().max(MAX_LEGAL_TEXT),
});
export type LegalWords = z.infer<typeof LegalWords>;

function isShortEnough(languages: Readonly<Record<string, LegalWords>>): boolean {
  const lengths = Object.values(languages).map(({ text }) => text.length);
  return lengths.reduce((sum, length) => sum + length, 0) <= MAX_LEGAL_VERSION;
}

export const LegalLanguages = z
  .record(ChatLanguage, LegalWords)
  .refine((languages) => Object.keys(languages).length <= 40)
  .refine(isShortEnough);

/** Where the text stands as well, so that participants can take it along; empty is nowhere. */
export const LegalAddress = z
  .string()
  .trim()
  .max(500)
  // Neither a user name before the site's nor what could end it otherwise than it seems.
  .regex(/^(https:\/\/[^\s/?#@\\]+([/?#][^\s]*)?)?$/);

/** What a version is made of; a draft may be incomplete. */
export const LegalContent = z.object({ languages: LegalLanguages, address: LegalAddress });
export type LegalContent = z.infer<typeof LegalContent>;

/** Published; never changed thereafter. */
export const LegalVersion = z.object({
  id: Id,
  number: z.number().int().positive(),
  languages: z.record(
    ChatLanguage,
    /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
    LegalWords.extend({ sha256: z.string() }),
  ),
  address: z.string(),
  note: z.string(),
  createdAt: InstantMs,
  /** The user's name. */
  createdBy: z.string(),
});
export type LegalVersion = z.infer<typeof LegalVersion>;

/** What refers to a legal text, and keeps it from being deleted. */
export const LegalUses = z.object({
  /** Names of experiences that mention it in their draft or in a version. */
  experiences: z.array(z.string()),
  /** Stored rows that say that somebody saw or accepted a version of it. */
  rows: z.number().int(),
});
export type LegalUses = z.infer<typeof LegalUses>;

export const LegalTextSummary = z.object({
  id: Id,
  kind: LegalKind,
  name: z.string(),
  archivedAt: InstantMs.nullable(),
  /** The newest version; null as long as nothing is published. */
  current: z.object({ number: z.number().int(), at: InstantMs }).nullable(),
  /** Those of the newest version; of the draft, as long as nothing is published. */
  languages: z.array(ChatLanguage),
  /** Whether there is a draft of the next version. */
  hasDraft: z.boolean(),
  uses: LegalUses,
});
export type LegalTextSummary = z.infer<typeof LegalTextSummary>;

export const LegalTextView = LegalTextSummary.extend({
  /** What is edited: the draft, or where there is none, the newest version. */
  draft: LegalContent,
  /** Counts the saves of the draft; a save names the one that it started from. */
  revision: z.number().int(),
  /** Newest first. */
  versions: z.array(LegalVersion),
});
export type LegalTextView = z.infer<typeof LegalTextView>;

/** A legal text as a participant reads it. */
export const LegalReading = z.object({
  id: Id,
  kind: LegalKind,
  title: z.string(),
  text: z.string(),
  /** Which of its languages it is, and whether the chat's own is another. */
  language: ChatLanguage,
  isOtherLanguage: z.boolean(),
  number: z.number().int(),
  publishedAt: InstantMs,
  /** Where it stands as well; may be empty. */
  address: z.string(),
});
export type LegalReading = z.infer<typeof LegalReading>;

/** The texts that a chat offers all the time, as far as there is a published version of them. */
export const LegalOffer = z.object({ privacy: Id.optional(), imprint: Id.optional() });
export type LegalOffer = z.infer<typeof LegalOffer>;

const EDITORS = ['editor'] as const;
const named = z.object({ id: Id });
const revised = named.extend({ revision: z.number().int() });

export const legalChannels = {
  'legal.list': channel({ access: SIGNED_IN, input: Nothing, output: z.array(LegalTextSummary) }),
  'legal.get': channel({ access: SIGNED_IN, input: named, output: LegalTextView }),
  /** Makes a text with a draft, and publishes nothing. */
  'legal.create': channel({
    access: EDITORS,
    input: z.object({ kind: LegalKind, name: VisibleName, content: LegalContent }),
    output: named,
  }),
  'legal.rename': channel({
    access: EDITORS,
    input: named.extend({ name: VisibleName }),
    output: Nothing,
  }),
  /** Refused with `legal.conflict` when the draft was saved elsewhere meanwhile. */
  'legal.saveDraft': channel({
    access: EDITORS,
    input: revised.extend({ content: LegalContent }),
    output: z.object({ revision: z.number().int() }),
  }),
  /** What is edited is the newest version again. */
  'legal.discardDraft': channel({ access: EDITORS, input: named, output: LegalTextView }),
  /**
   * Makes the next version of the draft. Refused with `legal.incomplete` when a language lacks its title
   * or text, `legal.gaps_left` when something is still to be filled in, or `legal.conflict`.
   */
  'legal.publish': channel({
    access: EDITORS,
    input: revised.extend({ note: z.string().trim().max(1_000) }),
    output: LegalTextView,
  }),
  'legal.setArchived': channel({
    access: EDITORS,
    input: named.extend({ archived: z.boolean() }),
    output: Nothing,
  }),
  /** With all its versions. Refused with `legal.in_use` as long as anything refers to it. */
  'legal.delete': channel({ access: EDITORS, input: named, output: Nothing }),
  /** Puts a checksum into the clipboard: the page may not. */
  'legal.copyHash': channel({
    access: SIGNED_IN,
    input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: Nothing,
  }),
  /**
   * A first version of a privacy notice, in English and German, from the drafts of these experiences, the
   * retention policy and the records of processing. Nothing is stored.
   */
  'legal.privacyNotice': channel({
    access: EDITORS,
    input: z.object({ experienceIds: z.array(Id).min(1).max(50) }),
    output: LegalContent,
  }),
  /** A text that the running chat mentions, in the version and language with which it has begun. */
  'chat.legalText': channel({
    access: EDITORS,
    input: z.object({ sessionId: Id, id: Id }),
    output: LegalReading,
  }),
  /** The same on a kiosk. Before anybody plays, only what the chat offers all the time. */
  'kiosk.legalText': channel({
    access: 'kiosk',
    input: named.extend({ language: ChatLanguage.optional() }),
    output: LegalReading,
  }),
  /** What the kiosk offers before anybody plays. */
  'kiosk.legalOffer': channel({ access: 'kiosk', input: Nothing, output: LegalOffer }),
};
