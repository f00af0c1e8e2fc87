import {
  type Branch,
  branchesOf,
  type Language,
  type ModuleDescriptor,
  type ModuleNode,
  plainText,
} from '../../../preload/contract';

/** The kinds of module by type: everything the builder knows about one comes from here. */
export type Catalogue = ReadonlyMap<string, ModuleDescriptor>;

export interface LabelledBranch extends Branch {
  label: string;
  /** Named by the author, as an item of a list, rather than by the module. */
  isAuthored: boolean;
}

/** Stands for a branch whose label is still to be typed. */
const UNNAMED = '…';

type Typed = Pick<ModuleNode, 'type' | 'settings'>;
type Named = Pick<ModuleNode, 'type'> & { name?: string | null | undefined };

/** Of a kind of module. */
export function nameOf(catalogue: Catalogue, type: string, language: Language): string {
  return catalogue.get(type)?.texts[language].name ?? type;
}

/** What the authors call a module: by its name, or else by its kind. */
export function calledIn(catalogue: Catalogue, { name, type }: Named, language: Language): string {
  return name ?? nameOf(catalogue, type, language);
}

export function branchesOfModule(catalogue: Catalogue, module: Typed): Branch[] {
  const descriptor = catalogue.get(module.type);
  return descriptor ? branchesOf(descriptor.branches, module.settings) : [];
}

export function labelledBranches(
  catalogue: Catalogue,
  module: Typed,
  language: Language,
): LabelledBranch[] {
  const labels = catalogue.get(module.type)?.texts[language].branches ?? {};
  return branchesOfModule(catalogue, module).map((branch) => ({
    ...branch,
    label: oneLine(branch.label ?? labels[branch.id] ?? branch.id) || UNNAMED,
    isAuthored: branch.label !== undefined,
  }));
}

/** The text that sums a module up, in one line: a setting, or the labels of a list's items. */
export function summaryOf(catalogue: Catalogue, module: Typed): string {
  return textsOf(catalogue, module).map(oneLine).filter(Boolean).join(', ');
}

/** The same in full, with its lines. */
export function textOf(catalogue: Catalogue, module: Typed): string {
  return textsOf(catalogue, module).map(plainText).join('\n').trim();
}

function textsOf(catalogue: Catalogue, module: Typed): string[] {
  const descriptor = catalogue.get(module.type);
  if (!descriptor?.summary) return [];
  const value = module.settings[descriptor.summary];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  const list = descriptor.form.find((field) => field.key === descriptor.summary);
  const labelKey = list?.kind === 'list' ? list.fields[0]?.key : undefined;
  return value.flatMap((item) => labelOfItem(item, labelKey));
}

function labelOfItem(item: unknown, key: string | undefined): string[] {
  if (typeof item !== 'object' || item === null || key === undefined) return [];
  const label: unknown = Reflect.get(item, key);
  return typeof label === 'string' && label.trim() ? [label] : [];
}

/** Without its marks, and with what it refers to by name. */
function oneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim();
}

/** The module's name and what sums it up, for lists in which one is chosen. */
export function titleOf(catalogue: Catalogue, module: Typed & Named, language: Language): string {
  const name = calledIn(catalogue, module, language);
  const summary = summaryOf(catalogue, module);
  return summary ? `${name}: ${summary}` : name;
}

/** Modules to choose from; those with the same title are numbered, as nobody could tell them apart. */
export function moduleOptions(
  catalogue: Catalogue,
  modules: readonly ModuleNode[],
  language: Language,
): { value: string; label: string }[] {
  const titles = modules.map((module) => titleOf(catalogue, module, language));
  const counts = countsOf(titles);
  const numbers = new Map<string, number>();
  return modules.map(({ id }, index) => {
    const title = titles[index] ?? '';
    const number = (numbers.get(title) ?? 0) + 1;
    numbers.set(title, number);
    return { value: id, label: counts.get(title) === 1 ? title : `${title} (${number})` };
  });
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
