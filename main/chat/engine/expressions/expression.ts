import { Environment, ParseError } from '@marcbachmann/cel-js';
import { type Compared, compile, type Mentions } from './compile';
import { ExpressionError } from './expression-error';
import type { Scope } from './functions';
import { toBoolean, toText } from './values';

/** In characters; together with the limit of a value it bounds what an expression can cost. */
export const MAX_EXPRESSION_LENGTH = 500;

/** Read once, worked out at every step: an expression in the language of docs/expressions.md. */
export interface Expression {
  /** Names of the variables that it mentions. */
  readonly variables: readonly string[];
  /** Fixed texts that it looks for in variables. */
  readonly compared: readonly Compared[];
  /** @throws ExpressionError */
  text(scope: Scope): string;
  /** @throws ExpressionError */
  holds(scope: Scope): boolean;
}

/** CEL's grammar; what its tree means is for compile.ts to say. */
const grammar = new Environment({
  limits: { maxAstNodes: 300, maxDepth: 30, maxListElements: 50, maxCallArguments: 20 },
});

/** What the expression gives as a text; empty where it cannot be read or worked out. */
export function resultOf(source: string, scope: Scope): string {
  scope.spend?.(source.length);
  return orElse('', () => readExpression(source).text(scope));
}

/** Whether the expression holds; one that cannot be read or worked out does not. */
export function isTrue(source: string, scope: Scope): boolean {
  scope.spend?.(source.length);
  return orElse(false, () => readExpression(source).holds(scope));
}

/** Names of the variables that the expression mentions; none where it cannot be read. */
export function variablesIn(source: string): readonly string[] {
  return orElse([], () => readExpression(source).variables);
}

/** Fixed texts that the expression compares variables with; none where it cannot be read. */
export function comparedIn(source: string): readonly Compared[] {
  return orElse([], () => readExpression(source).compared);
}

function orElse<T>(fallback: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExpressionError) return fallback;
    throw error;
  }
}

const KEPT = 1_000;
const known = new Map<string, Expression | ExpressionError>();

/** @throws ExpressionError */
export function readExpression(source: string): Expression {
  if (source.length > MAX_EXPRESSION_LENGTH) {
    throw new ExpressionError('too_long', MAX_EXPRESSION_LENGTH);
  }
  const found = known.get(source) ?? remember(source, attempt(source));
  if (found instanceof ExpressionError) throw found;
  return found;
}

function remember(source: string, read: Expression | ExpressionError) {
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(source, read);
  return read;
}

function attempt(source: string): Expression | ExpressionError {
  try {
    const mentions: Mentions = { variables: new Set(), compared: [] };
    const { run } = compile(grammar.parse(source).ast, mentions);
    return {
      variables: [...mentions.variables],
      compared: mentions.compared,
      text: (scope) => toText(run(scope)),
      holds: (scope) => toBoolean(run(scope)),
    };
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    if (error instanceof ParseError) return new ExpressionError('syntax', error.range?.start ?? 0);
    throw error;
  }
}
