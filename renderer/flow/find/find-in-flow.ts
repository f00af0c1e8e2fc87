import { isSettings, type Language, type ModuleNode, plainText } from '../../../preload/contract';
import { type Catalogue, calledIn, nameOf } from '../modules/catalogue';

export interface Found {
  readonly moduleId: string;
  readonly title: string;
  /** The text in which it was found, around the place; empty for the title itself. */
  readonly excerpt: string;
}

/** Characters before and after what is looked for. */
const AROUND = 32;

/** Modules whose name, kind, texts or variables hold what is looked for, in the order in which they come. */
export function findInFlow(
  catalogue: Catalogue,
  modules: readonly ModuleNode[],
  search: string,
  language: Language,
): Found[] {
  const wanted = folded(search.trim());
  if (wanted === '') return [];
  return modules.flatMap((module) => {
    const title = calledIn(catalogue, module, language);
    const kind = nameOf(catalogue, module.type, language);
    const found = { moduleId: module.id, title };
    if (folded(title).includes(wanted)) return [{ ...found, excerpt: '' }];
    const text = [kind, ...textsIn(module.settings)].find((each) => folded(each).includes(wanted));
    return text === undefined ? [] : [{ ...found, excerpt: excerptOf(text, wanted) }];
  });
}

/** All that somebody wrote, as it is read; ids and files say nothing to anybody. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^(asset|legal):/.test(value) ? [] : [plainText(value).replaceAll(/\s+/g, ' ').trim()];
  }
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isSettings(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : textsIn(inner)));
}

function excerptOf(text: string, wanted: string): string {
  const at = folded(text).indexOf(wanted);
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + wanted.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function folded(text: string): string {
  return text.toLocaleLowerCase();
}
