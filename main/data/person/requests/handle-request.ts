import {
  AppError,
  dayOf,
  firstDeadline,
  lastDeadline,
  type ParsedInput,
  refusePersonalData,
} from '../../../../preload/contract';
import type { Context } from '../../../foundation/operation/context';
import { addStep } from '../../../vault/requests/steps';
import { findOpen } from './find-request';

type Handling = Pick<Context, 'store' | 'user' | 'nowMs' | 'record'>;

/** @throws AppError what {@link findOpen} throws */
export async function takeOver(
  { store, user, nowMs, record }: Handling,
  { id }: ParsedInput<'requests.takeOver'>,
): Promise<string> {
  await store.transaction().execute(async (transaction) => {
    const { reference, caretaker } = await findOpen(transaction, id, nowMs);
    if (caretaker === user.id) return;
    await transaction
      .updateTable('requests')
      .set({ caretaker: user.id, caretaker_name: user.name })
      .where('id', '=', id)
      .execute();
    await addStep(transaction, id, { what: 'taken_over' }, { actor: user, nowMs });
    await record(transaction, { request: reference });
  });
  return id;
}

/** Checking again adds to what was known. @throws AppError `free_text.personal`, of {@link findOpen} */
export async function identify(
  { store, user, nowMs, record }: Handling,
  { id, how, note }: ParsedInput<'requests.identify'>,
): Promise<string> {
  refusePersonalData(note);
  await store.transaction().execute(async (transaction) => {
    const { reference } = await findOpen(transaction, id, nowMs);
    await transaction
      .updateTable('requests')
      .set({ state: 'identified' })
      .where('id', '=', id)
      .execute();
    await addStep(transaction, id, { what: 'identified', how, note }, { actor: user, nowMs });
    await record(transaction, { request: reference, how });
  });
  return id;
}

/**
 * @throws AppError `request.extended_already`, `request.extension_late`, `request.extension_too_long`,
 * `free_text.personal`, and what {@link findOpen} throws
 */
export async function extend(
  { store, user, nowMs, desktop, record }: Handling & Pick<Context, 'desktop'>,
  { id, reason, until, note }: ParsedInput<'requests.extend'>,
): Promise<string> {
  refusePersonalData(note);
  const today = dayOf(nowMs, desktop.timeZone());
  await store.transaction().execute(async (transaction) => {
    const { reference, received_on, due_on } = await findOpen(transaction, id, nowMs);
    if (due_on !== firstDeadline(received_on)) throw new AppError('request.extended_already');
    if (today > due_on) throw new AppError('request.extension_late');
    if (until <= due_on || until > lastDeadline(received_on))
      throw new AppError('request.extension_too_long');
    await transaction.updateTable('requests').set({ due_on: until }).where('id', '=', id).execute();
    const step = { what: 'extended', reason, until, note } as const;
    await addStep(transaction, id, step, { actor: user, nowMs });
    await record(transaction, { request: reference, reason, until });
  });
  return id;
}
