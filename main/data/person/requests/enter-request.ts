import { randomUUID } from 'node:crypto';
import {
  AppError,
  dayOf,
  firstDeadline,
  oldestReceipt,
  type ParsedInput,
  refusePersonalData,
} from '../../../../preload/contract';
import type { Context } from '../../../foundation/operation/context';
import { emailKey } from '../../../foundation/person/email-key';
import { readEmail } from '../../../foundation/person/read-email';
import { readSetting } from '../../../foundation/store/settings';
import { DAY_MS } from '../../../foundation/time';
import { addStep } from '../../../vault/requests/steps';
import { newReference } from '../reference';

/**
 * Enters what somebody has asked for. It expires from now on: no request stays because it was forgotten.
 *
 * @returns its id
 * @throws AppError `request.not_an_address`, `request.in_future`, `request.too_old`, `free_text.personal`
 */
export async function enterRequest(
  { store, user, nowMs, desktop, record }: Entering,
  { kind, email, receivedOn, way, note }: ParsedInput<'requests.enter'>,
): Promise<string> {
  refusePersonalData(note);
  const address = readEmail(email);
  if (address === null) throw new AppError('request.not_an_address');
  const today = dayOf(nowMs, desktop.timeZone());
  if (receivedOn > today) throw new AppError('request.in_future');
  if (receivedOn < oldestReceipt(today)) throw new AppError('request.too_old');
  const id = randomUUID();
  const reference = newReference('R', nowMs);
  await store.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('requests')
      .values({
        ...{ id, reference, kind, note },
        state: 'received',
        email: address,
        email_key: emailKey(address),
        received_on: receivedOn,
        due_on: firstDeadline(receivedOn),
        caretaker: user.id,
        caretaker_name: user.name,
        created_at: nowMs,
        expires_at: nowMs + (await readSetting(transaction, 'request_days')) * DAY_MS,
      })
      .execute();
    await addStep(transaction, id, { what: 'received', way }, { actor: user, nowMs });
    await record(transaction, { request: reference, kind, received: receivedOn });
  });
  return id;
}

type Entering = Pick<Context, 'store' | 'user' | 'nowMs' | 'desktop' | 'record'>;
