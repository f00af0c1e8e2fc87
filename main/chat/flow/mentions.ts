import type { FormField, ModuleNode } from '../../../preload/contract';
import { variablesIn } from '../engine/expressions/expression';
import { referencesIn } from '../engine/interpolate';

type Settings = ModuleNode['settings'];
type Json = Settings[string];

const PROSE: ReadonlySet<string> = new Set(['text', 'longText', 'url']);
const NAMING: ReadonlySet<string> = new Set(['expression', 'variable']);
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;

/** Names of variables that a module's settings mention: in texts as references, elsewhere bare. */
export function mentionsIn(settings: Settings, form: readonly FormField[]): string[] {
  return form.flatMap((field) => {
    const value = Object.hasOwn(settings, field.key) ? settings[field.key] : undefined;
    if (field.kind === 'list')
      return itemsOf(value).flatMap((item) => mentionsIn(item, field.fields));
    if (typeof value !== 'string') return [];
    if (PROSE.has(field.kind)) return referencesIn(value);
    // Other kinds hold words of the module, ids, dates or whole images.
    return NAMING.has(field.kind) ? (value.match(NAME) ?? []) : [];
  });
}

/** A variable, and the path of the field that mentions it. */
export interface Mention {
  readonly variable: string;
  readonly field: string;
}

/** Variables that stand bare in the fields that are shown: in expressions, or as the whole setting. */
export function bareMentions(
  settings: Settings,
  form: readonly FormField[],
): (Mention & { isExpression: boolean })[] {
  return form.filter(isShown(settings)).flatMap((field) => {
    const value = Object.hasOwn(settings, field.key) ? settings[field.key] : undefined;
    if (field.kind === 'list')
      return itemsOf(value).flatMap((item) => bareMentions(item, field.fields));
    if (typeof value !== 'string' || !NAMING.has(field.kind)) return [];
    const isExpression = field.kind === 'expression';
    const names = isExpression ? variablesIn(value) : [value];
    return names.map((variable) => ({ variable, field: field.path, isExpression }));
  });
}

function isShown(settings: Settings) {
  return ({ shownWhen }: FormField): boolean =>
    !shownWhen || shownWhen.values.some((value) => value === (settings[shownWhen.key] ?? ''));
}

function itemsOf(value: Json | undefined): Settings[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (item): item is Settings => typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}
