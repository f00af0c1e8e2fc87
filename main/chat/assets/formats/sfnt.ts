import { ensure } from './read';

/* OpenType 1.9, "Organization of an OpenType font": a directory of tables, each with its place. */
const HEAD_BYTES = 12;
const ENTRY_BYTES = 16;
/** Fonts have up to 40. */
const MAX_TABLES = 128;

/** Where a table is in its file. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names of the tables. @throws Malformed */
export function tablesOfSfnt(view: Buffer): ReadonlySet<string> {
  const count = tableCount(view, 4);
  const end = HEAD_BYTES + count * ENTRY_BYTES;
  ensure(view.length >= end);
  const spans = Array.from({ length: count }, (_, index): Span => {
    const at = HEAD_BYTES + index * ENTRY_BYTES;
    const from = view.readUInt32BE(at + 8);
    return { name: nameAt(view, at), from, to: from + view.readUInt32BE(at + 12) };
  });
  return namesOf(spans, end, view.length);
}

export function tableCount(view: Buffer, at: number): number {
  const count = view.readUInt16BE(at);
  ensure(count > 0 && count <= MAX_TABLES);
  return count;
}

export function nameAt(view: Buffer, at: number): string {
  const name = view.toString('latin1', at, at + 4);
  ensure(/^[\x20-\x7e]{4}$/.test(name));
  return name;
}

/**
 * Each table has a name of its own and a place of its own behind the directory.
 *
 * @throws Malformed
 */
export function namesOf(spans: readonly Span[], begin: number, end: number): ReadonlySet<string> {
  let free = begin;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    ensure(from >= free && to <= end);
    free = to;
  }
  const names = new Set(spans.map(({ name }) => name));
  ensure(names.size === spans.length);
  return names;
}
