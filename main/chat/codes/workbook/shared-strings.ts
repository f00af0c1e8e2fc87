import type { WorkbookParts } from './parts';
import { unescaped } from './xml';
import { parsePieces } from './xml-pieces';

/** The texts that cells refer to by their place, up to the last place that is needed. */
export async function sharedStrings(
  parts: WorkbookParts,
  part: string | null,
  last: number,
): Promise<string[]> {
  const texts: string[] = [];
  if (part === null) return texts;
  let text = '';
  let isText = false;
  // How the text is pronounced stands beside it.
  let isPhonetic = false;
  const parsing = parsePieces(parts.read(part), {
    onOpenTag: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    onText: (more) => {
      if (isText && !isPhonetic) text += more;
    },
    onCloseTag: (name) => {
      if (name === 'si') texts.push(unescaped(text));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
    },
  });
  for await (const _ of parsing) if (texts.length > last) break;
  return texts;
}
