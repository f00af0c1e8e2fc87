import type { Language } from '../../../../../preload/contract';
import {
  type BlockKind,
  Conversion,
  type Converted,
  leftOut,
  made,
  type Surroundings,
} from '../block';
import { expressionFrom } from '../expression-from';
import { text } from '../loose';
import type { Block } from '../read-typebot';

export const assigned = (id: string, variable: string, value: string) => ({
  ...{ id, variable, kind: 'text', text: value, expression: '' },
});

export function setTo(variable: string, value: string, language: Language) {
  return made('set_variables', language, { variables: [assigned('v1', variable, value)] });
}

function setToExpression(variable: string, expression: string, language: Language) {
  const assignment = { id: 'v1', variable, kind: 'expression', text: '', expression };
  return made('set_variables', language, { variables: [assignment] });
}

/** Values that Typebot works out by itself, as expressions of ours. */
const VALUES: Readonly<Record<string, { expression: string; isExact: boolean }>> = {
  Today: { expression: 'today()', isExact: false },
  Now: { expression: 'today() + "T" + time()', isExact: false },
  Yesterday: { expression: 'addDays(today(), -1)', isExact: false },
  Tomorrow: { expression: 'addDays(today(), 1)', isExact: false },
  'Moment of the day': {
    expression: 'time() < "12:00" ? "morning" : (time() < "18:00" ? "afternoon" : "evening")',
    isExact: true,
  },
  'Environment name': { expression: '"web"', isExact: true },
};

export const setVariable: BlockKind = {
  convert: (block, around) => {
    const { names, language } = around;
    const { options } = block;
    const variable = names.byId(options.variableId);
    if (variable === null) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    const type = text(options.type) || 'Custom';
    if (type === 'Custom') return custom(block, variable, around);
    if (type === 'Empty') return { modules: [setTo(variable, '', language)], reasons: [] };
    if (type === 'Append value(s)') return append(block, variable, around);
    const value = Object.hasOwn(VALUES, type) ? VALUES[type] : undefined;
    if (!value) return leftOut(block, around, { what: type, reason: 'no_counterpart' });
    return {
      modules: [setToExpression(variable, value.expression, language)],
      reasons: value.isExact ? [] : ['date_form'],
    };
  },
};

/** What Typebot keeps as a list is one text here. */
function append(block: Block, variable: string, around: Surroundings): Converted {
  const conversion = new Conversion(around);
  conversion.because('list_as_text');
  const item = conversion.text(text(block.options.item)).slice(0, 4_000);
  const value = `\${${variable} == "" ? "" : ${variable} + "; "}${item}`;
  return { modules: [setTo(variable, value, around.language)], reasons: conversion.reasons };
}

/** Signs of a program, and not of a text that somebody typed. */
const CODE =
  /\breturn\b|=>|\bfunction\b|\b(const|let|var|new|await|typeof)\s|[\w)\]]\.[A-Za-z]\w*\(|;\s*(\n|$)|\{\{[^{}]*\}\}\s*[.[]/;

/**
 * Typebot runs the value as JavaScript, and takes it as a text where that fails. A sum becomes an
 * expression, a text a text; a program stays behind.
 */
function custom(block: Block, variable: string, around: Surroundings): Converted {
  const { language, names } = around;
  const source = text(block.options.expressionToEvaluate).trim();
  const conversion = new Conversion(around);
  const isText = source === '' || /^\{\{[^{}=]+\}\}$/.test(source);
  const read = isText ? null : expressionFrom(source, names);
  if (read && !isConstant(source)) {
    conversion.because('translated', !read.isExact);
    return {
      modules: [setToExpression(variable, read.expression, language)],
      reasons: conversion.reasons,
    };
  }
  const words = wordsOf(source);
  if (words === null || (!isText && !isConstant(source) && isProgram(block, words))) {
    return leftOut(block, around, {
      what: 'Set variable',
      detail: source.slice(0, 500),
      reason: 'code',
    });
  }
  const value = conversion.text(words);
  conversion.because('shortened', value.length > 5_000);
  const kept = value.length > 5_000 ? conversion.line(words, 5_000) : value;
  return { modules: [setTo(variable, kept, language)], reasons: conversion.reasons };
}

/** A number or a quoted text alone. */
function isConstant(source: string): boolean {
  return /^-?\d+(\.\d+)?$|^"[^"\\{]*"$|^'[^'\\{]*'$/.test(source);
}

/** A quoted text without its quotes; null for one with code inside. */
function wordsOf(source: string): string | null {
  if (!/^`[^`]*`$/.test(source))
    return isConstant(source) ? source.replaceAll(/^["']|["']$/g, '') : source;
  const words = source.slice(1, -1).replaceAll(/\$\{(\{\{[^{}]+\}\})\}/g, '$1');
  return words.includes('${') ? null : words;
}

function isProgram({ options }: Block, words: string): boolean {
  return options.isCode === true || CODE.test(words);
}
