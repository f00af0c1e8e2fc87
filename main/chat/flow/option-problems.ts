import { z } from 'zod';
import {
  type FormField,
  type Offer,
  offersOf,
  offersOfChat,
  type Problem,
} from '../../../preload/contract';
import { plainLine } from '../../foundation/text/clean-text';
import { comparedIn } from '../engine/expressions/expression';
import { comparisonsIn } from '../engine/interpolate';
import { DONT_KNOW } from '../modules/ask/settings';
import { COMPARISONS } from '../modules/condition/operators';
import { namesOf } from '../modules/define-module';
import { formOfModule } from '../modules/forms';
import type { FlowIndex, FlowModule } from './flow-index';
import { textsOf } from './setting-texts';
import type { World } from './world';

/** Options with one label, and what looks for an option that there is not, so that it never holds. */
export function optionProblems(flow: FlowIndex, world: World): Problem[] {
  const known = new KnownOptions(flow, world);
  return [...flow.modules.values()].flatMap((module) => [
    ...sameLabels(module),
    ...missingOptions(module, known),
    ...unknownTexts(module, known),
  ]);
}

/** What variables can be set to, as far as this is known. */
class KnownOptions {
  readonly #offers: ReadonlyMap<string, Offer>;
  /** Variables that something else can set as well. */
  readonly #setOtherwise: ReadonlySet<string>;
  /** Ids that come from other experiences, with a variable of any name. */
  readonly #elsewhere: ReadonlySet<string>;

  constructor(flow: FlowIndex, world: World) {
    const offers = [...flow.modules.values()].map((module) => offersIn(module));
    const { settings } = flow.graph;
    this.#offers = offersOfChat({ modules: nodesOf(flow), settings }, declarationIn(flow));
    this.#setOtherwise = new Set([
      ...[...flow.modules.values()].flatMap((module, at) => {
        const chosen = new Set(offers[at]?.map(({ variable }) => variable));
        return setBy(module).filter((name) => !chosen.has(name));
      }),
      ...world
        .crossingsIntoThis()
        .flatMap(({ from, module: { leads } }) => [
          ...(leads?.inputs ?? []),
          ...(leads?.takesAll ? [...from.modules.values()].flatMap(setBy) : []),
        ]),
    ]);
    this.#elsewhere = new Set(
      world
        .others()
        .flatMap((other) => [...other.modules.values()].flatMap(offersIn))
        .flatMap(({ options }) => options.map(({ id }) => id)),
    );
  }

  hasId(variable: string, id: string): boolean {
    const isOffered = this.#offers.get(variable)?.options.some((option) => option.id === id);
    return isOffered || (this.#setOtherwise.has(variable) && this.#elsewhere.has(id));
  }

  /** Whether the variable can hold a text that `fits`; where that cannot be known, it can. */
  canHold(variable: string, fits: (label: string) => boolean): boolean {
    const offer = this.#offers.get(variable);
    if (!offer || this.#setOtherwise.has(variable)) return true;
    return offer.options.some(
      ({ id, label }) => label.includes('${') || fits(id === DONT_KNOW ? DONT_KNOW : label),
    );
  }

  holdsSeveral(variable: string): boolean {
    return this.#offers.get(variable)?.several ?? false;
  }
}

function nodesOf(flow: FlowIndex) {
  return [...flow.modules.values()].map(({ node, settings }) => ({
    type: node.type,
    settings: { ...node.settings, ...(settings as object | null) },
  }));
}

function declarationIn(flow: FlowIndex) {
  const byType = new Map(
    [...flow.modules.values()].map(({ node, definition }) => [node.type, definition.offers]),
  );
  return (type: string) => byType.get(type);
}

function offersIn({ definition, node, settings }: FlowModule): Offer[] {
  return offersOf(definition.offers, { ...node.settings, ...(settings as object | null) });
}

function setBy({ definition, settings }: FlowModule): readonly string[] {
  return [...namesOf(definition.sets, settings), ...namesOf(definition.maySet, settings)];
}

/** Lists in which a participant tells one item from the other by its label only. */
const TOLD_APART: ReadonlySet<string> = new Set(['options', 'rows']);

function sameLabels({ node, definition }: FlowModule): Problem[] {
  const { offers } = definition;
  if (!offers) return [];
  const labelOf = (field: FormField): string =>
    field.key === offers.list ? offers.label : 'label';
  const isList = (field: FormField): boolean =>
    field.key === offers.list || TOLD_APART.has(field.key);
  return listsIn(node.settings, formOfModule(definition))
    .filter(({ field }) => isList(field))
    .flatMap(({ field, items }) => {
      const key = labelOf(field);
      const twice = firstTwice(items.map((item) => String(item[key] ?? '')));
      return twice === null
        ? []
        : [warning(node.id, 'same_label_twice', `${field.path}.${key}`, { label: twice })];
    });
}

const Items = z.array(z.record(z.string(), z.unknown()));
type Item = Record<string, unknown>;

function listsIn(
  settings: Item,
  form: readonly FormField[],
): { field: FormField; items: Item[] }[] {
  return form.flatMap((field) => {
    if (field.kind !== 'list') return [];
    const items = Items.safeParse(settings[field.key]).data ?? [];
    return [{ field, items }, ...items.flatMap((item) => listsIn(item, field.fields))];
  });
}

/** The first label that reads like an earlier one. */
function firstTwice(labels: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const label of labels) {
    const read = comparable(label);
    if (read !== '' && seen.has(read)) return label.trim();
    seen.add(read);
  }
  return null;
}

const Rules = z.object({
  rules: z.array(
    z.looseObject({
      operator: z.string(),
      variable: z.string(),
      options: z.array(z.string()).default([]),
      value: z.string().default(''),
    }),
  ),
});

/** Ids in fields that refer to options. */
function missingOptions(
  { node, definition, settings }: FlowModule,
  known: KnownOptions,
): Problem[] {
  const form = formOfModule(definition);
  if (pathsOf(form, 'options').length === 0) return [];
  return listsIn((settings ?? node.settings) as Item, form).flatMap(({ field, items }) => {
    const [options] = field.kind === 'list' ? field.fields.filter(isOptions) : [];
    if (!options) return [];
    return items.flatMap((item) => {
      const ids = z.array(z.string()).safeParse(item[options.key]).data ?? [];
      const variable = String(item[options.variable] ?? '').trim();
      const missing = isUsed(options, item)
        ? ids.find((id) => !known.hasId(variable, id))
        : undefined;
      return missing === undefined
        ? []
        : [warning(node.id, 'option_missing', options.path, { variable, option: missing })];
    });
  });
}

function isOptions(field: FormField): field is Extract<FormField, { kind: 'options' }> {
  return field.kind === 'options';
}

function isUsed({ shownWhen }: FormField, item: Item): boolean {
  return !shownWhen || shownWhen.values.some((value) => value === (item[shownWhen.key] ?? ''));
}

/** Texts in rules and expressions that no option of their variable has. */
function unknownTexts(module: FlowModule, known: KnownOptions): Problem[] {
  const { node } = module;
  const inRules = rulesIn(module).flatMap(({ variable, text, fits }) =>
    known.canHold(variable, fits) || (known.holdsSeveral(variable) && text.includes(';'))
      ? []
      : [warning(node.id, 'option_text_unknown', 'rules.value', { variable, text })],
  );
  const bare = [...expressionTexts(module)].flatMap(({ field, text: source, isExpression }) =>
    (isExpression ? comparedIn(source) : comparisonsIn(source)).flatMap(({ variable, text }) =>
      text === '' ||
      known.holdsSeveral(variable) ||
      known.canHold(variable, (label) => label === text)
        ? []
        : [warning(node.id, 'option_text_unknown', field, { variable, text })],
    ),
  );
  const once = new Map([...inRules, ...bare].map((each) => [JSON.stringify(each), each]));
  return [...once.values()];
}

interface Wanted {
  readonly variable: string;
  readonly text: string;
  readonly fits: (label: string) => boolean;
}

function rulesIn({ node, settings }: FlowModule): Wanted[] {
  if (node.type !== 'condition') return [];
  const { rules = [] } = Rules.safeParse(settings ?? node.settings).data ?? {};
  return rules.flatMap(({ operator, variable, options, value }) =>
    options.length > 0 || value.trim() === '' || value.includes('${')
      ? []
      : wantedBy(operator, value).map(({ text, fits }) => ({
          variable: variable.trim(),
          text,
          fits,
        })),
  );
}

/** The texts that a rule looks for among labels, compared as the rule does. */
function wantedBy(operator: string, value: string): Omit<Wanted, 'variable'>[] {
  const texts = operator === 'one_of' ? value.split(',') : [value];
  const compares = LABEL_COMPARISONS.get(operator);
  if (!compares) return [];
  return texts.map((text) => ({
    text: text.trim(),
    fits: (label: string) => compares(plainLine(label), plainLine(text)),
  }));
}

const LABEL_COMPARISONS = new Map([
  ['is', COMPARISONS.is],
  ['is_not', COMPARISONS.is],
  ['one_of', COMPARISONS.is],
  ['contains', COMPARISONS.contains],
  ['starts_with', COMPARISONS.starts_with],
]);

function expressionTexts({ node, definition }: FlowModule) {
  const expressions = new Set(pathsOf(formOfModule(definition), 'expression'));
  return textsOf(node.settings).map((each) => ({
    ...each,
    isExpression: expressions.has(each.field),
  }));
}

function pathsOf(form: readonly FormField[], kind: FormField['kind']): string[] {
  return form.flatMap((field) => [
    ...(field.kind === kind ? [field.path] : []),
    ...(field.kind === 'list' ? pathsOf(field.fields, kind) : []),
  ]);
}

function comparable(text: string): string {
  return plainLine(text).toLowerCase();
}

function warning(
  moduleId: string,
  code: Problem['code'],
  field: string,
  params: Problem['params'],
): Problem {
  return { severity: 'warning', code, moduleId, field, params };
}
