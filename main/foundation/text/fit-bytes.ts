const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** As much of the beginning as fits into so many bytes of UTF-8, without a part of a character that people see as one. */
export function fitBytes(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let bytes = 0;
  // No character has less than a byte: what is beyond cannot fit, however long the text is.
  for (const { segment, index } of graphemes.segment(text.slice(0, maxBytes + 1))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) return text.slice(0, index);
  }
  return text.slice(0, maxBytes);
}
