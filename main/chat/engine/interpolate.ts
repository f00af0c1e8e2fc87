import type { ChatMessage, Prompt } from '../../../preload/contract';
import { BUDGET, OverBudget } from './budget';
import type { Compared } from './expressions/compile';
import { comparedIn, type Expression, readExpression, resultOf } from './expressions/expression';
import { ExpressionError } from './expressions/expression-error';
import type { Scope } from './expressions/functions';
import type { Variables } from './step';

/** Braces around an expression; quoted texts inside it may hold braces of their own. */
const REFERENCE = /\$\{((?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Names of the variables that a text refers to. */
export function referencesIn(text: string): string[] {
  return expressionsIn(text).flatMap((source) => {
    const read = attempt(source);
    return read instanceof ExpressionError ? [] : read.variables;
  });
}

/** Fixed texts with which expressions in a text compare variables. */
export function comparisonsIn(text: string): Compared[] {
  return expressionsIn(text).flatMap(comparedIn);
}

/** What a text consists of: characters that stay, and how often it mentions each variable alone. */
export interface TextParts {
  readonly fixed: number;
  readonly mentions: ReadonlyMap<string, number>;
}

export function partsOf(text: string): TextParts {
  const mentions = new Map<string, number>();
  const sources = expressionsIn(text);
  for (const name of sources.filter((source) => NAME.test(source))) {
    mentions.set(name, (mentions.get(name) ?? 0) + 1);
  }
  const braces = sources.reduce((sum, source) => sum + source.length + '${}'.length, 0);
  return { fixed: text.length - braces, mentions };
}

/** Expressions of a text that cannot be read. */
export function faultsIn(text: string): { source: string; error: ExpressionError }[] {
  return expressionsIn(text).flatMap((source) => {
    const read = attempt(source);
    return read instanceof ExpressionError ? [{ source, error: read }] : [];
  });
}

function expressionsIn(text: string): string[] {
  return text.includes('${') ? [...text.matchAll(REFERENCE)].map(([, inner = '']) => inner) : [];
}

function attempt(source: string): Pick<Expression, 'variables'> | ExpressionError {
  if (NAME.test(source)) return { variables: [source] };
  try {
    return readExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/**
 * Puts values into a text; a variable that is not set and an expression that fails leave nothing.
 *
 * @throws OverBudget for a text that becomes longer than any may.
 */
export function interpolate(text: string, scope: Scope): string {
  return fill(text, scope, (value) => value);
}

/** In an address, a value must not be able to change where the address leads. */
function interpolateUrl(url: string, scope: Scope): string {
  return fill(url, scope, (value) => encodeURIComponent(value.toWellFormed()));
}

/**
 * The address that a browser makes of it: a look-alike name of a site in its plain letters, marks that
 * turn the direction of writing as codes. What is shown is what is opened.
 */
function asBrowsersReadIt(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

function fill(text: string, scope: Scope, write: (value: string) => string): string {
  if (!text.includes('${')) return text;
  scope.spend?.(text.length);
  let length = 0;
  // Counted before it is built: the values alone tell that it becomes too long.
  return text.replaceAll(REFERENCE, (_, source: string) => {
    const value = write(
      NAME.test(source) ? variable(scope.variables, source) : resultOf(source, scope),
    );
    length += value.length;
    if (length > BUDGET.text) throw new OverBudget();
    scope.spend?.(value.length);
    return value;
  });
}

export function interpolateMessage(message: ChatMessage, scope: Scope): ChatMessage {
  const fill = (text: string): string => interpolate(text, scope);
  switch (message.kind) {
    case 'text':
    case 'code':
      return { ...message, text: fill(message.text) };
    case 'copy':
      return { ...message, text: fill(message.text), label: fill(message.label) };
    case 'image':
      return { ...message, alt: fill(message.alt) };
  }
}

/** Texts of a prompt that are for reading, at any depth; ids, images and addresses are not. */
const READ = new Set([
  'label',
  'text',
  'button',
  'placeholder',
  'initial',
  'terms',
  'why',
  'skip',
  'dontKnow',
  'minLabel',
  'maxLabel',
  'alt',
  'unit',
]);

export function interpolatePrompt(prompt: Prompt, scope: Scope): Prompt {
  const filled = fillRead(prompt, scope) as Prompt;
  if (filled.kind !== 'link') return filled;
  return { ...filled, url: asBrowsersReadIt(interpolateUrl(filled.url, scope)) };
}

function fillRead(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => fillRead(item, scope));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && READ.has(key)
        ? interpolate(inner, scope)
        : fillRead(inner, scope),
    ]),
  );
}

/** Own properties only: `${constructor}` is not a variable. */
function variable(variables: Variables, name: string): string {
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
