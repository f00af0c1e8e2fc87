import { AppError } from '../../../../preload/contract';
import { parseXml, type XmlHandlers } from './xml';

/** More than any tag with its attributes, or the text of a cell, can have. */
const MAX_REST = 256 * 1024;

/**
 * Reads XML that comes in pieces: each is cut at its last tag, so that the handlers hear of it while the
 * rest is not there yet.
 *
 * @throws AppError `codes.workbook_damaged`
 */
export async function* parsePieces(
  pieces: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true });
    const cut = lastCut(text);
    rest = text.slice(cut);
    if (rest.length > MAX_REST) throw new AppError('codes.workbook_damaged');
    parseXml(text.slice(0, cut), handlers);
    yield;
  }
  parseXml(rest + decoder.decode(), handlers);
  yield;
}

/** All of a part at once. */
export async function parseAll(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers) {
  for await (const _ of parsePieces(pieces, handlers));
}

/** Where the last tag begins; in comments and character data there are none. */
function lastCut(text: string): number {
  const tag = text.lastIndexOf('<');
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    const begun = text.lastIndexOf(begin);
    if (begun < 0) continue;
    const ended = text.indexOf(end, begun);
    if (ended < 0) return begun;
    if (tag < ended) return ended + end.length;
  }
  return Math.max(0, tag);
}
