import { useMemo } from 'react';
import { AppError } from '../../preload/contract';
import { toAppError, useErrorMessage } from '../app/errors';
import { useSecondsLeft } from './use-seconds-left';

const WAIT = 'workspace.too_many_attempts';

/**
 * Why a secret was refused. Whoever has to wait sees the seconds go by, and nothing any more once
 * they may try again.
 */
export function useRefusal(failure: unknown): { said: string | null; isWaiting: boolean } {
  const message = useErrorMessage();
  const until = useMemo(() => endOfWait(failure), [failure]);
  const seconds = useSecondsLeft(until);
  if (failure === null) return { said: null, isWaiting: false };
  if (until === null) return { said: message(failure), isWaiting: false };
  const isWaiting = seconds > 0;
  return { said: isWaiting ? message(new AppError(WAIT, { seconds })) : null, isWaiting };
}

/** What is left of a refusal once somebody types something else: what has to wait still has to. */
export function afterTyping(failure: AppError | null): AppError | null {
  return failure?.code === WAIT ? failure : null;
}

/** By `performance.now()`; null for what was not refused for that reason. */
function endOfWait(failure: unknown): number | null {
  if (failure === null) return null;
  const { code, params } = toAppError(failure);
  return code === WAIT ? performance.now() + Number(params.seconds) * 1_000 : null;
}
