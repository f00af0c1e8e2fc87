import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError, type ExpressionFault } from './expression-error';
import { FUNCTIONS, type Scope } from './functions';
import {
  checkedNumber,
  checkedText,
  compare,
  isEqual,
  toBoolean,
  toNumber,
  toText,
  type Value,
} from './values';

/** A variable, and a fixed text that it is compared with. */
export interface Compared {
  readonly variable: string;
  readonly text: string;
}

/** What is found on the way. */
export interface Mentions {
  readonly variables: Set<string>;
  readonly compared: Compared[];
}

/** A part of an expression, ready to be worked out. */
interface Code {
  readonly run: (scope: Scope) => Value;
  /** A text whatever the variables are: beside one, `+` joins instead of adding. */
  readonly givesText?: boolean;
}

/**
 * Turns the parser's tree into functions, and into nothing that the tree does not name here: what CEL
 * has beyond this (properties, methods, maps, loops over lists) is refused, not left to chance.
 *
 * @throws ExpressionError
 */
export function compile(node: ASTNode, mentions: Mentions): Code {
  const inner = (child: ASTNode): Code => compile(child, mentions);
  switch (node.op) {
    case 'value':
      return literal(node);
    case 'id':
      mentions.variables.add(node.args);
      return variable(node.args);
    case 'call':
      return callOf(node, node.args[0], node.args[1].map(inner));
    case '?:': {
      const [condition, then, otherwise] = node.args.map(inner) as [Code, Code, Code];
      return {
        run: (scope) => (toBoolean(condition.run(scope)) ? then : otherwise).run(scope),
        givesText: Boolean(then.givesText || otherwise.givesText),
      };
    }
    case '&&':
    case '||':
      return junction(node.op, inner(node.args[0]), inner(node.args[1]));
    case '!_': {
      const operand = inner(node.args);
      return { run: (scope) => !toBoolean(operand.run(scope)) };
    }
    case '-_': {
      const operand = inner(node.args);
      return { run: (scope) => -toNumber(operand.run(scope)) };
    }
    case 'in':
      noteTexts(node.args[0], node.args[1].op === 'list' ? node.args[1].args : [], mentions);
      return membership(inner(node.args[0]), node.args[1], inner);
    case '==':
    case '!=':
      noteTexts(node.args[0], [node.args[1]], mentions);
      noteTexts(node.args[1], [node.args[0]], mentions);
      return binary(node.op, inner(node.args[0]), inner(node.args[1]));
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return binary(node.op, inner(node.args[0]), inner(node.args[1]));
    default:
      throw refusal('not_allowed', node);
  }
}

/** Texts with which a variable by itself is compared. */
function noteTexts(node: ASTNode, others: readonly ASTNode[], { compared }: Mentions): void {
  if (node.op !== 'id') return;
  for (const other of others) {
    if (other.op !== 'value' || typeof other.args !== 'string') continue;
    compared.push({ variable: node.args, text: other.args });
  }
}

function refusal(fault: ExpressionFault, { start }: ASTNode): ExpressionError {
  return new ExpressionError(fault, start);
}

function literal(node: Extract<ASTNode, { op: 'value' }>): Code {
  const value = typeof node.args === 'bigint' ? Number(node.args) : node.args;
  switch (typeof value) {
    case 'string':
      return { run: () => value, givesText: true };
    case 'number':
      return { run: () => checkedNumber(value) };
    case 'boolean':
      return { run: () => value };
    default:
      throw refusal('not_allowed', node);
  }
}

/** Own properties only: `constructor` is no variable. One that is not set is an empty text. */
function variable(name: string): Code {
  return {
    run: ({ variables, spend }) => {
      const value = Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
      spend?.(value.length);
      return checkedText(value);
    },
  };
}

function callOf(node: ASTNode, name: string, args: readonly Code[]): Code {
  const called = FUNCTIONS.get(name);
  if (!called) throw refusal('unknown_function', node);
  if (args.length < called.min || args.length > called.max) throw refusal('wrong_arguments', node);
  return {
    run: (scope) =>
      called.run(
        args.map((arg) => arg.run(scope)),
        scope,
      ),
    givesText: called.givesText,
  };
}

function junction(op: '&&' | '||', left: Code, right: Code): Code {
  const decides = op === '||';
  return {
    run: (scope) =>
      toBoolean(left.run(scope)) === decides ? decides : toBoolean(right.run(scope)),
  };
}

/** `choice in ["Red", "Blue"]` */
function membership(item: Code, list: ASTNode, inner: (child: ASTNode) => Code): Code {
  if (list.op !== 'list') throw refusal('not_allowed', list);
  const members = list.args.map(inner);
  return {
    run: (scope) => {
      const value = item.run(scope);
      return members.some((member) => isEqual(value, member.run(scope)));
    },
  };
}

type Binary = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

const OPERATIONS: Record<Binary, (a: Value, b: Value) => Value> = {
  '==': isEqual,
  '!=': (a, b) => !isEqual(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
  '+': (a, b) => checkedNumber(toNumber(a) + toNumber(b)),
  '-': (a, b) => checkedNumber(toNumber(a) - toNumber(b)),
  '*': (a, b) => checkedNumber(toNumber(a) * toNumber(b)),
  '/': (a, b) => checkedNumber(toNumber(a) / toNumber(b)),
  '%': (a, b) => checkedNumber(toNumber(a) % toNumber(b)),
};

const join = (a: Value, b: Value): Value => checkedText(toText(a) + toText(b));

/** Whether `+` adds or joins is seen in the expression, and never depends on what was entered. */
function binary(op: Binary, left: Code, right: Code): Code {
  const givesText = op === '+' && Boolean(left.givesText || right.givesText);
  const operation = givesText ? join : OPERATIONS[op];
  return { run: (scope) => operation(left.run(scope), right.run(scope)), givesText };
}
