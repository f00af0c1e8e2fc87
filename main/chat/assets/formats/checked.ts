/** What a file turned out to be, by its content. */
export interface Checked {
  readonly mimeType: string;
  /** Without what it said about its origin. */
  readonly content: Uint8Array;
}
