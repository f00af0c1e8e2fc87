import { brotliDecompressSync } from 'node:zlib';
import { ensure } from './read';
import { nameAt, tableCount } from './sfnt';
import { refuseLargeFont, unpacked } from './unpack';

/* WOFF 2.0: a directory without places, and all tables packed in one stream. */
const HEAD_BYTES = 48;
const OTHER_NAME = 63;

/** WOFF 2.0, 4.1, "Known Table Tags". */
const NAMES = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern ' +
  'LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar ' +
  'bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat ' +
  'Gloc Feat Sill'
).match(/.{4}(?= |$)/g);

interface Table {
  readonly name: string;
  /** In the unpacked stream. */
  readonly packed: number;
  readonly length: number;
  readonly next: number;
}

/** The names of the tables, whose stream was unpacked to see that it can be. @throws Malformed */
export function tablesOfWoff2(view: Buffer): ReadonlySet<string> {
  ensure(view.length >= HEAD_BYTES && view.readUInt32BE(8) === view.length);
  const tables: Table[] = [];
  let at = HEAD_BYTES;
  for (let left = tableCount(view, 12); left > 0; left--) {
    const table = tableAt(view, at);
    tables.push(table);
    at = table.next;
  }
  const packedBytes = view.readUInt32BE(20);
  ensure(at + packedBytes <= view.length);
  refuseLargeFont(tables.reduce((sum, { length }) => sum + length, 0));
  const stream = tables.reduce((sum, { packed }) => sum + packed, 0);
  refuseLargeFont(stream);
  unpacked(stream, (limit) => brotliDecompressSync(view.subarray(at, at + packedBytes), limit));
  const names = new Set(tables.map(({ name }) => name));
  ensure(names.size === tables.length);
  return names;
}

/** Only glyphs and their places are rewritten by the format's first version; others have a zero there. */
function tableAt(view: Buffer, start: number): Table {
  ensure(start < view.length);
  const flags = view[start] ?? 0;
  const known = flags & 63;
  const named = known === OTHER_NAME;
  const name = named ? nameAt(view, start + 1) : (NAMES?.[known] ?? '');
  const length = numberAt(view, start + (named ? 5 : 1));
  const version = flags >> 6;
  const isRewritten = name === 'glyf' || name === 'loca' ? version === 0 : version !== 0;
  if (!isRewritten) return { name, length: length.value, packed: length.value, next: length.next };
  const packed = numberAt(view, length.next);
  return { name, length: length.value, packed: packed.value, next: packed.next };
}

/** UIntBase128: seven bits a byte, of which all but the last have the highest bit. */
function numberAt(view: Buffer, start: number): { value: number; next: number } {
  let value = 0;
  for (let at = start; at < start + 5; at++) {
    const byte = view[at];
    ensure(byte !== undefined && !(at === start && byte === 0x80));
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, next: at + 1 };
  }
  ensure(false);
}
