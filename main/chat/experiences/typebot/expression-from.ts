import { readExpression } from '../../engine/expressions/expression';
import { ExpressionError } from '../../engine/expressions/expression-error';
import type { Names } from './names';

export interface Translated {
  readonly expression: string;
  /** Sums of numbers and variables mean the same in both languages; anything else nearly does. */
  readonly isExact: boolean;
}

/** The part of JavaScript that expressions of ours have as well; anything else is code. */
const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?)|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\{\{(?<name>[^{}]{1,300})\}\}|Math\.(?<maths>round|floor|ceil|abs|min|max)(?=\s*\()|(?<convert>Number|String)(?=\s*\()|(?<word>true|false)\b|(?<equal>[!=]==?)|(?<sign><=|>=|&&|\|\||[-+*/%()<>?:,!])/y;

/** As long as ours can be; a longer text is not read. */
const MAX_LENGTH = 500;

/** JavaScript as an expression of ours; null where it is more than ours can say, or a text. */
export function expressionFrom(code: string, names: Names): Translated | null {
  if (code.length > MAX_LENGTH || /(^|[^\d.])0\d/.test(code)) return null;
  const tokens = tokensOf(code);
  if (!tokens) return null;
  const isSum = tokens.every(
    ({ quoted, word, equal, convert, sign = '' }) =>
      quoted === undefined &&
      word === undefined &&
      equal === undefined &&
      convert === undefined &&
      !/[<>?:!&|]/.test(sign),
  );
  // Typebot adds texts by joining them: what two variables alone give depends on what is in them.
  const hasNumber = tokens.some(({ number }) => number !== undefined);
  const expression = tokens.map((token) => write(token, names, isSum)).join('');
  if (expression.trim() === '' || !isReadable(expression)) return null;
  return { expression: expression.trim(), isExact: isSum && (hasNumber || !code.includes('+')) };
}

type Token = Partial<Record<string, string>> & { readonly whole: string };

function tokensOf(code: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < code.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(code);
    if (!match) return null;
    tokens.push({ ...match.groups, whole: match[0] });
  }
  return tokens;
}

/** In a sum, JavaScript takes a variable without a value for 0. */
function write(token: Token, names: Names, isSum: boolean): string {
  const { name, maths, convert, equal, whole } = token;
  if (name !== undefined) {
    const ours = names.byName(name);
    if (ours === null) return isSum ? '0' : '""';
    return isSum ? `number(${ours}, 0)` : ours;
  }
  if (maths !== undefined) return maths;
  if (convert !== undefined) return convert === 'Number' ? 'number' : 'text';
  return equal === undefined ? whole : equal.slice(0, 2);
}

export function isReadable(expression: string): boolean {
  try {
    readExpression(expression);
    return true;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
