/** Readers for values of which nothing is certain: another type is as good as nothing there. */

export type Loose = Readonly<Record<string, unknown>>;

const NOTHING: Loose = {};

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(value: unknown): Loose {
  return isObject(value) ? value : NOTHING;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers are texts as well: Typebot keeps some limits as either. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A number, or a text that is one; null for anything else. */
export function number(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}
