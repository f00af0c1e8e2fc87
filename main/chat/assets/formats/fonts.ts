import { AppError } from '../../../../preload/contract';
import type { Checked } from './checked';
import { ensure, viewOf } from './read';
import { tablesOfSfnt } from './sfnt';
import { tablesOfWoff } from './woff';
import { tablesOfWoff2 } from './woff2';

const TRUE_TYPE = 0x0001_0000;
const APPLE_TRUE_TYPE = tag('true');
const OPEN_TYPE = tag('OTTO');
const COLLECTION = tag('ttcf');
const WOFF = tag('wOFF');
const WOFF2 = tag('wOF2');

/** Without them nothing can be drawn (OpenType 1.9, required tables). */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

function tag(text: string): number {
  return Buffer.from(text, 'latin1').readUInt32BE(0);
}

/**
 * A single font whose tables are where its directory says. Unpacked, it stays small enough; what is in
 * the tables, the browser checks before it draws with them (OTS).
 *
 * @throws Malformed, AppError `media.not_a_font`, `media.font_collection`, `media.font_too_large`
 */
export function readFont(bytes: Uint8Array): Checked {
  const view = viewOf(bytes);
  const signature = view.length < 12 ? 0 : view.readUInt32BE(0);
  if (signature === COLLECTION) throw new AppError('media.font_collection');
  const [mimeType, tables] = tablesOf(view, signature);
  ensure(NEEDED.every((name) => tables.has(name)));
  return { mimeType, content: bytes };
}

function tablesOf(view: Buffer, signature: number): [mimeType: string, names: ReadonlySet<string>] {
  switch (signature) {
    case TRUE_TYPE:
    case APPLE_TRUE_TYPE:
      return ['font/ttf', tablesOfSfnt(view)];
    case OPEN_TYPE:
      return ['font/otf', tablesOfSfnt(view)];
    case WOFF:
      refuseCollection(view);
      return ['font/woff', tablesOfWoff(view)];
    case WOFF2:
      refuseCollection(view);
      return ['font/woff2', tablesOfWoff2(view)];
    default:
      throw new AppError('media.not_a_font');
  }
}

/** Both kinds of packed fonts say after their signature what is packed. */
function refuseCollection(view: Buffer): void {
  if (view.readUInt32BE(4) === COLLECTION) throw new AppError('media.font_collection');
}
