import type { Appearance } from '../../../preload/contract';
import { refOf } from '../../foundation/experience/media-mentions';

const REFERENCE = /^asset:([0-9a-f]{64})$/;
/** What stands for an uploaded font that is not there. */
const FALLBACK: Appearance['font'] = { kind: 'bundled', family: 'inter' };

/**
 * The same with other files. Where there is none, nothing is shown or played; a font becomes the one that
 * every chat has.
 *
 * @param idOf the id to mention instead of one; null where there is no such file.
 */
export function replaceMedia<T>(value: T, idOf: (id: string) => string | null): T {
  return replaced(value, idOf) as T;
}

function replaced(value: unknown, idOf: (id: string) => string | null): unknown {
  if (typeof value === 'string') {
    const [, id] = REFERENCE.exec(value) ?? [];
    if (id === undefined) return value;
    const other = idOf(id);
    return other === null ? '' : refOf(other);
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, idOf));
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries(value).map(([key, each]) => [key, replaced(each, idOf)]);
  const object = Object.fromEntries(inner) as Record<string, unknown>;
  return object.kind === 'uploaded' && object.file === '' ? FALLBACK : object;
}
