import { z } from 'zod';
import { type FieldGroup, type LegalKind, LegalRef, Picture } from '../../../preload/contract';
import { MAX_EXPRESSION_LENGTH, readExpression } from '../engine/expressions/expression';
import { ExpressionError } from '../engine/expressions/expression-error';

/** Settings as their forms need them: the widget travels in the schema's metadata. */

const MAX_TEXT = 5_000;
const MAX_LABEL = 200;

const MARKED = { widget: 'longText', isRich: true } as const;

/** A required text of some lines, shown in the chat as light markdown. */
export const longText = z.string().trim().min(1).max(MAX_TEXT).meta(MARKED);

/** A text like {@link longText} that may stay empty, and then says nothing. */
export const optionalLongText = z.string().trim().max(MAX_TEXT).default('').meta(MARKED);

/** A required text of some lines that is used as it is: marks in it are characters like others. */
export const verbatim = z.string().trim().min(1).max(MAX_TEXT).meta({ widget: 'longText' });

/** A text like {@link verbatim} that may stay empty. */
export const optionalVerbatim = z
  .string()
  .trim()
  .max(MAX_TEXT)
  .default('')
  .meta({ widget: 'longText' });

/** A required text of one line. */
export const label = z.string().trim().min(1).max(MAX_LABEL).meta({ widget: 'text' });

/** A text of one line that may stay empty. */
export const optionalLabel = z.string().trim().max(MAX_LABEL).default('').meta({ widget: 'text' });

/** The id of a pool of imported codes. */
export const codePool = z.string().min(1).max(64).meta({ widget: 'codePool' });

/** A legal text of the workspace of this kind, as `legal:` and its id; empty is none. */
export function optionalLegalText(legalKind: LegalKind) {
  return LegalRef.default('').meta({ widget: 'legalText', legalKind });
}

/** An address that opens in the browser: https only, and without credentials in it. */
export const httpsUrl = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine(isHttps, { params: { problem: 'not_https' } })
  .refine(hasFixedHost)
  .meta({ widget: 'url' });

/** An address like {@link httpsUrl}, or none. */
export const optionalHttpsUrl = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => text === '' || isHttps(text), { params: { problem: 'not_https' } })
  .refine(hasFixedHost)
  .default('')
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

/** A name under which an answer is kept and with which texts refer to it. */
export const variableName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
  .meta({ widget: 'variable' });

/** A name like {@link variableName}, or none. */
export const optionalVariableName = z
  .string()
  .trim()
  .max(64)
  .regex(/^([A-Za-z_][A-Za-z0-9_]*)?$/)
  .default('')
  .meta({ widget: 'variable' });

/** An expression (docs/expressions.md); empty is none. */
export const optionalExpression = z
  .string()
  .trim()
  .max(MAX_EXPRESSION_LENGTH)
  .superRefine((source, context) => {
    if (source === '') return;
    const error = faultOf(source);
    if (error) {
      const { fault, position } = error;
      context.addIssue({
        code: 'custom',
        params: { problem: 'expression_invalid', fault, position },
      });
    }
  })
  .default('')
  .meta({ widget: 'expression' });

function faultOf(source: string): ExpressionError | null {
  try {
    readExpression(source);
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/**
 * A day, or a minute of it: `2026-12-04`, `2026-12-04 18:30`, and without the year (`12-04`) one of
 * every year; empty is none. In the zone that a setting beside it names.
 */
export const optionalMoment = z
  .string()
  .trim()
  .max(16)
  .regex(/^((\d{4}-)?\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d)?)?$/)
  .refine((moment) => moment === '' || isDay(moment))
  .default('')
  .meta({ widget: 'date', mayRepeat: true, mayHaveTime: true });

/** A day, of one year (`2026-12-24`) or of every year (`12-24`). */
export const day = z
  .string()
  .trim()
  .min(1)
  .max(10)
  .refine((text) => /^(\d{4}-)?\d{2}-\d{2}$/.test(text) && isDay(text))
  .meta({ widget: 'date', mayRepeat: true });

/** `HH:MM`, from 00:00 to 23:59. */
export const timeOfDay = z
  .string()
  .trim()
  .min(1)
  .max(5)
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text))
  .meta({ widget: 'time' });

/** `HH:MM`, or none. */
export const optionalTimeOfDay = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
  .default('')
  .meta({ widget: 'time' });

/** 2024 is a leap year: the 29th of February is a day of every year that has one. */
function isDay(moment: string): boolean {
  const day = moment.split(/[T ]/)[0] ?? '';
  const [year, month, date] = (day.length === 5 ? `2024-${day}` : day).split('-').map(Number);
  const parsed = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date));
  return parsed.getUTCMonth() + 1 === month && parsed.getUTCDate() === date;
}

/** `2026-12-04T18:30`, as clocks show it in the zone that a setting beside it names; may be empty. */
export const optionalDateTime = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/)
  .default('')
  .meta({ widget: 'dateTime' });

/** IANA name; empty is the zone of the workspace. */
export const timeZone = z
  .string()
  .max(64)
  .refine((name) => name === '' || isTimeZone(name))
  .default('')
  .meta({ widget: 'timeZone' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A picture; empty is none. */
export const optionalImage = Picture.default('').meta({ widget: 'image' });

/** The file of a sound; empty is none. */
export const optionalSound = asset('sound');

/** The file of a video; empty is none. */
export const optionalVideo = asset('video');

function asset(widget: 'sound' | 'video') {
  return z
    .string()
    .max(70)
    .regex(/^(asset:[0-9a-f]{64})?$/)
    .default('')
    .meta({ widget });
}

/** A picture, sound or video of which the setting `key` beside it tells what is in it. */
export function described<T extends z.ZodType>(schema: T, key: string): T {
  return schema.meta({ ...schema.meta(), describedBy: key });
}

/** A setting that is asked for only while another one has one of these values; `true`: is on, or filled in. */
export function shownWhen<T extends z.ZodType>(
  schema: T,
  key: string,
  ...values: (string | boolean)[]
): T {
  return schema.meta({ ...schema.meta(), shownWhen: { key, values } });
}

/** Settings that the inspector shows together under the name of a group. */
export function inGroup<S extends z.ZodRawShape>(group: FieldGroup, shape: S): S {
  const grouped = Object.entries(shape).map(([key, schema]) => {
    const type = schema as z.ZodType;
    return [key, type.meta({ ...type.meta(), group })];
  });
  return Object.fromEntries(grouped) as S;
}

/** A text that no participant reads, or that is compared with others: it is not translated. */
export function unspoken<T extends z.ZodType>(schema: T): T {
  return schema.meta({ ...schema.meta(), isUnspoken: true });
}

/**
 * Ids of options that the variable can hold which the setting `variable` names; `text` is the setting that
 * it is compared with where it is set otherwise. Several are chosen while another one has such a value.
 */
export function optionsOf(
  variable: string,
  text: string,
  severalWhen: { key: string; values: string[] },
) {
  return z
    .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}(=[A-Za-z0-9_-]{1,64})?$/))
    .max(100)
    .default([])
    .meta({ optionsOf: { variable, text, severalWhen } });
}
