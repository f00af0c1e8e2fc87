import { z } from 'zod';

/** The last decision on a consent, as the store finds it: a text, since it is an outcome's value. */
const LastConsent = z.object({
  action: z.enum(['given', 'refused', 'withdrawn']),
  atMs: z.number(),
  name: z.string(),
  wording: z.string(),
  version: z.string(),
  /** SHA-256 of the wording, hexadecimal. */
  hash: z.string(),
  /** The version of the legal text that the wording is; null where it was typed. */
  legalVersionId: z.string().nullable().default(null),
});
export type LastConsent = z.infer<typeof LastConsent>;

export function writeLastConsent(
  last: {
    [K in keyof z.input<typeof LastConsent>]: unknown;
  },
): string {
  return JSON.stringify(last);
}

/** Null for what is no such text. */
export function readLastConsent(value: unknown): LastConsent | null {
  try {
    return LastConsent.safeParse(JSON.parse(String(value))).data ?? null;
  } catch {
    return null;
  }
}
