export interface ParagraphChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are compared as a whole: the table of the comparison must not fill the memory. */
const MAX_CELLS = 4_000_000;

/** What became of each paragraph, in the order in which they are read. */
export function diffParagraphs(before: string, after: string): ParagraphChange[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  if (old.length * now.length > MAX_CELLS) {
    return before === after ? as('same', now) : [...as('removed', old), ...as('added', now)];
  }
  const common = commonLengths(old, now);
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      changes.push({ kind: 'same', text: was });
      i++;
      j++;
    } else if (
      is === undefined ||
      (was !== undefined && below(common, i, j) >= right(common, i, j))
    ) {
      changes.push({ kind: 'removed', text: was ?? '' });
      i++;
    } else {
      changes.push({ kind: 'added', text: is });
      j++;
    }
  }
  return changes;
}

type Lengths = readonly Uint32Array[];
const below = (common: Lengths, i: number, j: number): number => common[i + 1]?.[j] ?? 0;
const right = (common: Lengths, i: number, j: number): number => common[i]?.[j + 1] ?? 0;

/** How many paragraphs both have from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): Lengths {
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = common[i];
    for (let j = now.length - 1; row && j >= 0; j--) {
      row[j] =
        old[i] === now[j]
          ? (common[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(below(common, i, j), right(common, i, j));
    }
  }
  return common;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trimEnd())
    .filter((paragraph) => paragraph !== '');
}

const as = (kind: ParagraphChange['kind'], texts: readonly string[]): ParagraphChange[] =>
  texts.map((text) => ({ kind, text }));
