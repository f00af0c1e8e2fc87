/** What a legal text says in the language of the chat, in the version with which the chat has begun. */
export interface LegalWording {
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
}

/** By the id of the legal text. */
export type LegalWordings = Readonly<Record<string, LegalWording>>;
