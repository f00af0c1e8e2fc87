import { inflateSync } from 'node:zlib';
import { ensure } from './read';
import { nameAt, namesOf, type Span, tableCount } from './sfnt';
import { refuseLargeFont, unpacked } from './unpack';

/* WOFF 1.0: the tables of a font, each packed by itself or as it is. */
const HEAD_BYTES = 44;
const ENTRY_BYTES = 20;

/** The names of the tables, each of which was unpacked to see that it can be. @throws Malformed */
export function tablesOfWoff(view: Buffer): ReadonlySet<string> {
  ensure(view.length >= HEAD_BYTES && view.readUInt32BE(8) === view.length);
  const count = tableCount(view, 12);
  const end = HEAD_BYTES + count * ENTRY_BYTES;
  ensure(view.length >= end);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEAD_BYTES + index * ENTRY_BYTES;
    const from = view.readUInt32BE(at + 4);
    const span: Span = { name: nameAt(view, at), from, to: from + view.readUInt32BE(at + 8) };
    return { ...span, length: view.readUInt32BE(at + 12) };
  });
  const names = namesOf(tables, end, view.length);
  refuseLargeFont(tables.reduce((sum, { length }) => sum + length, 0));
  for (const { from, to, length } of tables) {
    ensure(to - from <= length);
    if (to - from < length) {
      unpacked(length, (limit) => inflateSync(view.subarray(from, to), limit));
    }
  }
  return names;
}
