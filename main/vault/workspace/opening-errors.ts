import { AppError, isRestorable } from '../../../preload/contract';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';

/**
 * What nobody has foreseen while a workspace is opened lies in what was read, and must not be a dead
 * end: the page that says so offers to restore a backup.
 */
export function inAWord(thrown: unknown): unknown {
  const error = explain(thrown, WORKSPACE_FAILURES);
  if (error instanceof AppError) return error;
  return new AppError('workspace.unreadable', {}, { cause: error });
}

export function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && isRestorable(error.code);
}

/** Whether the secret was wrong. */
export function isRefusal(error: unknown): boolean {
  const refusals = ['workspace.wrong_passphrase', 'workspace.wrong_recovery_code'];
  return error instanceof AppError && refusals.includes(error.code);
}
