import { type ChatMessage, type Prompt, REFERENCE } from '../../../preload/contract';
import { BUDGET, OverBudget } from './budget';
import type { Compared } from './expressions/compile';
import { comparedIn, type Expression, readExpression, resultOf } from './expressions/expression';
import { ExpressionError } from './expressions/expression-error';
import type { Scope } from './expressions/functions';
import { joinMarked } from './marked';
import type { Variables } from './step';

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

/**
 * Like {@link interpolate}, for a text that is shown as light markdown: what a participant has entered is
 * shown as they typed it, and can neither become a heading, a list or an emphasis nor a link.
 *
 * @throws OverBudget
 */
export function interpolateMarked(text: string, scope: Scope): string {
  if (!text.includes('${')) return text;
  const fixed = text.split(REFERENCE).filter((_, at) => at % 2 === 0);
  const values: string[] = [];
  fill(text, scope, (value) => {
    values.push(value);
    return value;
  });
  return joinMarked(fixed, values);
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
  const fillMarked = (text: string): string => interpolateMarked(text, scope);
  switch (message.kind) {
    case 'text':
      return { ...message, text: fillMarked(message.text) };
    case 'code':
      return { ...message, text: fill(message.text) };
    case 'copy':
      return { ...message, text: fill(message.text), label: fill(message.label) };
    case 'image':
      return { ...message, alt: fill(message.alt) };
    case 'pause':
      return { ...message, skip: fill(message.skip) };
    case 'sound':
    case 'video':
      return { ...message, title: fill(message.title), transcript: fillMarked(message.transcript) };
    case 'cards':
      return { ...message, cards: message.cards.map((card) => fillCard(card, scope)) };
  }
}

type Card = Extract<ChatMessage, { kind: 'cards' }>['cards'][number];

function fillCard(card: Card, scope: Scope): Card {
  const { link } = card;
  return {
    ...card,
    alt: interpolate(card.alt, scope),
    title: interpolate(card.title, scope),
    text: interpolateMarked(card.text, scope),
    link: link && asBrowsersReadIt(interpolateUrl(link, scope)),
    linkLabel: interpolate(card.linkLabel, scope),
  };
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

/** Whether what stands in a prompt or a message under this key is for reading. */
export function isRead(key: string): boolean {
  return READ.has(key);
}

/** Those of them that are shown as light markdown. */
const MARKED = new Set(['text', 'terms', 'why']);

export function interpolatePrompt(prompt: Prompt, scope: Scope): Prompt {
  const filled = changeTexts(prompt, (text, key) => {
    if (!isRead(key)) return text;
    return MARKED.has(key) ? interpolateMarked(text, scope) : interpolate(text, scope);
  });
  if (filled.kind !== 'link') return filled;
  return { ...filled, url: asBrowsersReadIt(interpolateUrl(filled.url, scope)) };
}

/** What a prompt or a message shows, with each text, at any depth, as `change` says it by its key. */
export function changeTexts<T>(shown: T, change: (text: string, key: string) => string): T {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        typeof inner === 'string' ? change(inner, key) : within(inner),
      ]),
    );
  };
  return within(shown) as T;
}

/** Own properties only: `${constructor}` is not a variable. */
function variable(variables: Variables, name: string): string {
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
