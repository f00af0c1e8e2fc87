import { type RequestState, RequestStep } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';
import type { Actor } from '../audit/audit-log';

/** On whose behalf something is done about a request, and when. */
export interface Doing {
  readonly actor: Actor;
  readonly nowMs: number;
}

/** Enters what was done about a request into its own log. */
export async function addStep(
  transaction: Store,
  requestId: string,
  step: RequestStep,
  { actor, nowMs }: Doing,
): Promise<void> {
  await transaction
    .insertInto('request_steps')
    .values({ request_id: requestId, at: nowMs, user: actor.name, step: JSON.stringify(step) })
    .execute();
}

/** Ends a request. It is kept from now on for as long as the workspace says. */
export async function endRequest(
  transaction: Store,
  requestId: string,
  state: RequestState,
  nowMs: number,
): Promise<void> {
  const expires_at = nowMs + (await readSetting(transaction, 'request_days')) * DAY_MS;
  await transaction
    .updateTable('requests')
    .set({ state, closed_at: nowMs, expires_at })
    .where('id', '=', requestId)
    .execute();
}

/** What steps say in words of a user's own. */
export async function forgetNotes(transaction: Store, requestId: string): Promise<void> {
  const steps = await transaction
    .selectFrom('request_steps')
    .select(['id', 'step'])
    .where('request_id', '=', requestId)
    .execute();
  for (const { id, step } of steps) {
    const said = RequestStep.parse(JSON.parse(step));
    if (!('note' in said) || said.note === '') continue;
    await transaction
      .updateTable('request_steps')
      .set({ step: JSON.stringify({ ...said, note: '' }) })
      .where('id', '=', id)
      .execute();
  }
}
