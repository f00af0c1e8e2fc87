import { type BlockKind, Conversion, type Made, made, type Surroundings, type Way } from '../block';
import { isReadable } from '../expression-from';
import { isObject, type Loose, list, object, text } from '../loose';

/** As many rules as one module can have; more stand behind its `else`. */
const MAX_RULES = 50;

export const condition: BlockKind = {
  convert: ({ items }, around) => {
    const conversion = new Conversion(around);
    if (items.length === 0) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    const rules = items.map(({ raw, edgeId }, at) => ({
      rule: { id: `r${at + 1}`, ...ruleOf(object(raw.content), around, conversion) },
      way: (edgeId ? { to: 'item', edgeId } : { to: 'onward' }) as Way,
    }));
    const modules: Made[] = [];
    for (let from = 0; from < rules.length; from += MAX_RULES) {
      const part = rules.slice(from, from + MAX_RULES);
      const isLast = from + MAX_RULES >= rules.length;
      const ways: Record<string, Way> = {
        ...Object.fromEntries(part.map(({ rule, way }) => [rule.id, way])),
        else: { to: isLast ? 'onward' : 'following' },
      };
      const settings = { rules: part.map(({ rule }) => rule) };
      modules.push(made('condition', around.language, settings, { ways }));
    }
    return { modules, reasons: conversion.reasons };
  },
};

interface Comparison {
  readonly variable: string;
  readonly variableId: string;
  readonly operator: string;
  readonly value: string;
}

/** A comparison alone is a rule of ours; several are an expression, since a rule has one comparison. */
function ruleOf(content: Loose, around: Surroundings, conversion: Conversion) {
  const comparisons = list(content.comparisons).filter(isObject);
  const isAnd = content.logicalOperator !== 'OR';
  const label = labelOf(comparisons, isAnd, around);
  const read = comparisons.map((comparison) => readComparison(comparison, around));
  const [only, ...others] = read;
  if (only === undefined) return never(label, conversion);
  if (only && others.length === 0) {
    const plain = plainRule(only, around, conversion);
    if (plain) return { label, expression: '', ...plain };
  }
  // Without a variable or an operator, Typebot's comparison never holds.
  const parts = read.map((comparison) =>
    comparison ? expressionOf(comparison, around, conversion) : 'false',
  );
  for (const comparison of read)
    if (comparison) noteDifferences(comparison, around, conversion, false);
  const joined =
    parts.length === 1 ? parts[0] : parts.map((part) => `(${part})`).join(isAnd ? ' && ' : ' || ');
  const expression = joined ?? '';
  if (!isReadable(expression)) {
    conversion.because('shortened');
    return never(label, conversion);
  }
  conversion.because('never_holds', read.includes(null));
  return { label, operator: 'expression', variable: '', value: '', expression };
}

function never(label: string, conversion: Conversion) {
  conversion.because('never_holds');
  return { label, operator: 'expression', variable: '', value: '', expression: 'false' };
}

function readComparison(comparison: Loose, { names }: Surroundings): Comparison | null {
  const variable = names.byId(comparison.variableId);
  const operator = text(comparison.comparisonOperator);
  if (variable === null || operator === '') return null;
  const value = text(comparison.value);
  const isNothing = value === 'undefined' || value === 'null';
  const isEquality = operator === 'Equal to' || operator === 'Not equal';
  const emptiness = operator === 'Equal to' ? 'Is empty' : 'Is set';
  return {
    variable,
    variableId: text(comparison.variableId),
    operator: isNothing && isEquality ? emptiness : operator,
    value: isNothing ? '' : value,
  };
}

/** Operators that both have. */
const PLAIN: Readonly<Record<string, string>> = {
  'Equal to': 'is',
  'Not equal': 'is_not',
  Contains: 'contains',
  'Starts with': 'starts_with',
  'Greater than': 'greater',
  'Greater or equal to': 'greater_or_equal',
  'Less than': 'less',
  'Less or equal to': 'less_or_equal',
  'Is set': 'not_empty',
  'Is empty': 'empty',
};

/** Typebot tells a variable that is empty from one that was never set. */
const EMPTINESS = new Map([
  ['Equal to', 'empty'],
  ['Not equal', 'not_empty'],
]);

const NEEDS_VALUE = new Set(['Contains', 'Starts with', 'Ends with']);

function plainRule(comparison: Comparison, around: Surroundings, conversion: Conversion) {
  const { operator, variable, value } = comparison;
  const plain = Object.hasOwn(PLAIN, operator) ? PLAIN[operator] : undefined;
  const isNothing = value.trim() === '';
  if (plain === undefined || (NEEDS_VALUE.has(operator) && isNothing)) return null;
  // Compared with nothing, ours would ask whether it is empty, which has operators of its own.
  conversion.because('compares_otherwise', isNothing && EMPTINESS.has(operator));
  const emptiness = isNothing ? EMPTINESS.get(operator) : undefined;
  if (emptiness) return { operator: emptiness, variable, value: '' };
  noteDifferences(comparison, around, conversion, true);
  return { operator: plain, variable, value: conversion.line(value) };
}

const EMPTY_OR_NOT = new Set(['Is set', 'Is empty']);
const ORDERS = /^(Greater|Less)/;
const CHOICES = new Set(['choice input', 'picture choice input', 'cards input']);

/** Where the same comparison can come out otherwise. */
function noteDifferences(
  { operator, value, variableId }: Comparison,
  { writersOf, isList }: Surroundings,
  conversion: Conversion,
  isRule: boolean,
): void {
  const isNumber = value.trim() !== '' && Number.isFinite(Number(value));
  const writers = [...writersOf(variableId)];
  const isChosen = writers.length > 0 && writers.every((type) => CHOICES.has(type));
  const isEquality = operator === 'Equal to' || operator === 'Not equal';
  conversion.because('case_ignored', isRule && isEquality && !isNumber && !isChosen);
  conversion.because('compares_otherwise', ORDERS.test(operator) && !isNumber);
  // A rule that asks for an option among the chosen ones is told apart by its id.
  const isSame = EMPTY_OR_NOT.has(operator) || (isRule && operator === 'Contains');
  conversion.because('compares_otherwise', isList(variableId) && !isSame);
}

/** One comparison as an expression; `false` for what ours cannot ask. */
function expressionOf(
  { operator, variable, value }: Comparison,
  around: Surroundings,
  conversion: Conversion,
): string {
  const is = valueIn(value, around, (words) => words);
  const alike = valueIn(value.trim(), around, (words) => words.toLowerCase());
  const asked = `lower(trim(${variable}))`;
  const isNothing = value.trim() === '';
  const ordered = (sign: string) => `(${variable} != "" && ${variable} ${sign} ${is})`;
  switch (operator) {
    case 'Equal to':
      return `${variable} == ${is}`;
    case 'Not equal':
      return `${variable} != ${is}`;
    case 'Contains':
      return isNothing ? 'false' : `contains(${asked}, ${alike})`;
    case 'Does not contain':
      return isNothing ? 'true' : `!contains(${asked}, ${alike})`;
    case 'Starts with':
      return isNothing ? 'false' : `startsWith(${asked}, ${alike})`;
    case 'Ends with':
      return isNothing ? 'false' : `endsWith(${asked}, ${alike})`;
    case 'Greater than':
      return ordered('>');
    case 'Greater or equal to':
      return ordered('>=');
    case 'Less than':
      return ordered('<');
    case 'Less or equal to':
      return ordered('<=');
    case 'Is set':
      return `${variable} != ""`;
    case 'Is empty':
      return `${variable} == ""`;
    default:
      // Regular expressions, and operators that are newer than this.
      conversion.because('pattern_left');
      return 'false';
  }
}

/** A value with variables in it, as texts that are joined. */
function valueIn(value: string, { names }: Surroundings, write: (words: string) => string): string {
  const isLower = write('A') === 'a';
  const parts = value.split(/(\{\{[^{}]{1,300}\}\})/).filter(Boolean);
  const made = parts.map((part) => {
    const [, name] = /^\{\{([^{}]+)\}\}$/.exec(part) ?? [];
    if (name === undefined) return quoted(write(part));
    const variable = names.byName(name);
    if (variable === null) return '""';
    return isLower ? `lower(trim(${variable}))` : `text(${variable})`;
  });
  return made.join(' + ') || '""';
}

function quoted(words: string): string {
  return JSON.stringify(words.toWellFormed());
}

const MAX_LABEL_PARTS = 4;

/** What the branch is called on the canvas. */
function labelOf(
  comparisons: readonly Loose[],
  isAnd: boolean,
  { names, words }: Surroundings,
): string {
  const signs: Readonly<Record<string, string>> = {
    'Equal to': '=',
    'Not equal': '≠',
    Contains: words.contains,
    'Does not contain': words.containsNot,
    'Greater than': '>',
    'Greater or equal to': '≥',
    'Less than': '<',
    'Less or equal to': '≤',
    'Is set': words.isSet,
    'Is empty': words.isEmpty,
    'Starts with': words.startsWith,
    'Ends with': words.endsWith,
    'Matches regex': words.matches,
    'Does not match regex': words.matchesNot,
  };
  const parts = comparisons
    .slice(0, MAX_LABEL_PARTS)
    .map(({ variableId, comparisonOperator, value }) => {
      const operator = text(comparisonOperator);
      const sign = Object.hasOwn(signs, operator) ? signs[operator] : operator;
      return [names.original(variableId), sign, text(value).slice(0, 60)].filter(Boolean).join(' ');
    });
  const more = comparisons.length > MAX_LABEL_PARTS ? ' …' : '';
  const label = parts.filter(Boolean).join(isAnd ? words.and : words.or) + more;
  // For the canvas only: nothing is put into it, and nothing that it shortens is lost.
  const plain = label.replaceAll('{{', '').replaceAll('}}', '').replaceAll('${', '$ {');
  return (
    plain.toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, 120).toWellFormed() || words.never
  );
}
