/**
 * Why an expression cannot be used. Found when it is read: `syntax`, `too_long`, `not_allowed` (valid
 * CEL that is no part of this language), `unknown_function`, `wrong_arguments`. Found when it is
 * worked out: `not_a_number`, `not_a_date`, `not_yes_or_no`, `too_large`.
 */
export type ExpressionFault =
  | 'syntax'
  | 'too_long'
  | 'not_allowed'
  | 'unknown_function'
  | 'wrong_arguments'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_yes_or_no'
  | 'too_large';

/** The message names no value: values are what participants entered. */
export class ExpressionError extends Error {
  readonly fault: ExpressionFault;
  /** Index of the character at which it was found; 0 when only its values are at fault. */
  readonly position: number;

  constructor(fault: ExpressionFault, position = 0) {
    super(fault);
    this.name = 'ExpressionError';
    this.fault = fault;
    this.position = position;
  }
}
