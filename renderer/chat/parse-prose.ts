import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Signs of one paragraph that can open or close something. The work of a parser grows with their square. */
const MAX_SIGNS = 600;
const SIGNS = /[*_`[\]<>&!\\]/g;

/** Lists or quotations within each other, opened in one line. */
const DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+[.)](?=[ \t]))){12}/m;

/** The tree of a text in light markdown; null for one that no person writes, which is shown as it is. */
export function parseProse(text: string): RootContent[] | null {
  return text.split(/\n[ \t]*\n/).some(isTooDense) ? null : fromMarkdown(text).children;
}

function isTooDense(paragraph: string): boolean {
  return (paragraph.match(SIGNS)?.length ?? 0) > MAX_SIGNS || DEEP.test(paragraph);
}
