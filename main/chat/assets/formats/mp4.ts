import { boxesIn } from '../../files/metadata/boxes';
import { ensure, isAt, viewOf } from './read';

/* ISO/IEC 14496-12: boxes. Tables in them name places in the file, so nothing moves: what goes is blanked. */

/** Brands of files for playing: MP4 in its versions, Apple's audio and video, and in fragments. */
const BRANDS = /^(isom|iso[2-9a]|mp4[12]|avc1|M4[ABV] |dash|mmp4|f4v |MSNV)$/;

/** Say who made it, where and with what, or nothing at all. */
const SPOKEN = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'pdin', 'emsg']);
const PARENTS = new Set(['moov', 'mdia', 'moof', 'traf']);
/** Headers that begin with when they were made and changed (8.2.2, 8.3.2, 8.4.2). */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
const PLAYED = new Set(['vide', 'soun']);
/** More than any parent within parents: what is deeper is made to exhaust who looks at it. */
const MAX_DEPTH = 12;

export interface Film {
  readonly content: Uint8Array;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
}

export function isMp4(content: Uint8Array): boolean {
  const view = viewOf(content);
  return isAt(view, 4, 'ftyp') && BRANDS.test(view.toString('latin1', 8, 12));
}

/**
 * Sound and picture without titles, places, times, cover pictures and boxes of no known meaning. Tracks
 * of anything else are cut off: nothing in the file leads to them any more.
 *
 * @throws Malformed
 */
export function readMp4(bytes: Uint8Array): Film {
  const content = Buffer.from(bytes);
  const tracks = new Set<string>();
  tidy(content, tracks, 0);
  return { content, hasPicture: tracks.has('vide'), hasSound: tracks.has('soun') };
}

/** Changes the boxes that are side by side in `content`, and notes which tracks it finds. */
function tidy(content: Buffer, tracks: Set<string>, depth: number): void {
  ensure(depth <= MAX_DEPTH);
  for (const { type, start, from, end, data } of boxesIn(content)) {
    const handler = type === 'trak' ? handlerOf(data) : null;
    if (SPOKEN.has(type) || (handler !== null && !PLAYED.has(handler))) {
      content.write('free', start + 4, 'latin1');
      content.fill(0, from, end);
      continue;
    }
    if (DATED.has(type)) undate(data);
    if (handler !== null) tracks.add(handler);
    if (handler !== null || PARENTS.has(type)) tidy(data, tracks, depth + 1);
  }
}

/** What a track is for: `vide`, `soun` and others (8.4.3). */
function handlerOf(track: Buffer): string {
  const media = boxesIn(track).find(({ type }) => type === 'mdia');
  const handler = media && boxesIn(media.data).find(({ type }) => type === 'hdlr');
  ensure(handler !== undefined && handler.data.length >= 12);
  return handler.data.toString('latin1', 8, 12);
}

/** After version and flags come two times, of eight bytes in version 1. */
function undate(header: Buffer): void {
  const end = 4 + (header[0] === 1 ? 16 : 8);
  ensure(header.length >= end);
  header.fill(0, 4, end);
}
