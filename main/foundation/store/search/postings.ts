/** Rows of one block; small enough for its bitmap to stay inside a page of the database. */
export const BLOCK_ROWS = 4_096;
const BITMAP_BYTES = BLOCK_ROWS / 8;

/** Which rows of a block, by their ascending places in it: as distances, or as a bitmap where that is shorter. */
export function encodePlaces(places: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (const place of places) {
    const distance = place - before - 1;
    before = place;
    if (distance < 0x80) bytes.push(distance);
    else bytes.push(0x80 | (distance & 0x7f), distance >> 7);
    if (bytes.length >= BITMAP_BYTES) return toBitmap(places);
  }
  return Uint8Array.from(bytes);
}

/** As a bitmap: a bit for each place. */
export function decodePlaces(encoded: Uint8Array): Uint8Array {
  if (encoded.length === BITMAP_BYTES) return encoded;
  const places: number[] = [];
  let before = -1;
  for (let at = 0; at < encoded.length; at++) {
    const low = encoded[at] ?? 0;
    const distance = low < 0x80 ? low : (low & 0x7f) | ((encoded[++at] ?? 0) << 7);
    before += distance + 1;
    places.push(before);
  }
  return toBitmap(places);
}

export function* placesIn(bitmap: Uint8Array): Generator<number> {
  for (const [at, byte] of bitmap.entries()) {
    for (let rest = byte; rest > 0; rest &= rest - 1) {
      yield at * 8 + (31 - Math.clz32(rest & -rest));
    }
  }
}

export function everyPlace(): Uint8Array {
  return new Uint8Array(BITMAP_BYTES).fill(0xff);
}

export function noPlace(): Uint8Array {
  return new Uint8Array(BITMAP_BYTES);
}

export function keepCommon(bitmap: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < BITMAP_BYTES; at++) bitmap[at] = (bitmap[at] ?? 0) & (other[at] ?? 0);
}

export function addAll(bitmap: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < BITMAP_BYTES; at++) bitmap[at] = (bitmap[at] ?? 0) | (other[at] ?? 0);
}

function toBitmap(places: readonly number[]): Uint8Array {
  const bitmap = noPlace();
  for (const place of places) bitmap[place >> 3] = (bitmap[place >> 3] ?? 0) | (1 << (place & 7));
  return bitmap;
}
