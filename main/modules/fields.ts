import { z } from 'zod';

/** Settings as their forms need them: the widget travels in the schema's metadata. */

const MAX_TEXT = 5_000;
const MAX_LABEL = 200;

/** A required text of some lines, shown in the chat. */
export const longText = z.string().trim().min(1).max(MAX_TEXT).meta({ widget: 'longText' });

/** A text that may stay empty, and then says nothing. */
export const optionalLongText = z
  .string()
  .trim()
  .max(MAX_TEXT)
  .default('')
  .meta({ widget: 'longText' });

/** A required text of one line. */
export const label = z.string().trim().min(1).max(MAX_LABEL).meta({ widget: 'text' });

/** An address that opens in the browser: https only, and without credentials in it. */
export const httpsUrl = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine(isHttps, { params: { problem: 'not_https' } })
  .refine(hasFixedHost)
  .meta({ widget: 'url' });

export function isHttps(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}

/** A variable in the name of the site would let a participant choose where the link leads. */
function hasFixedHost(text: string): boolean {
  return !(URL.canParse(text) && new URL(text).host.includes('$'));
}

/** Identifies an item of a list, for branches and stored rows; the form creates it. */
export const itemId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ widget: 'id' });
