import { sql } from 'kysely';
import type { ParsedInput, RequestSettings } from '../../../../preload/contract';
import type { Context } from '../../../foundation/operation/context';
import type { Store } from '../../../foundation/store/database';
import { readSetting, writeSetting } from '../../../foundation/store/settings';
import { DAY_MS } from '../../../foundation/time';

export async function requestSettings(store: Store): Promise<RequestSettings> {
  return { days: await readSetting(store, 'request_days') };
}

/** A shorter span applies to what is there; a longer one does not. */
export async function setRequestSettings(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { days }: ParsedInput<'requests.setSettings'>,
): Promise<RequestSettings> {
  return store.transaction().execute(async (transaction) => {
    await noteLongest(transaction, days);
    await writeSetting(transaction, 'request_days', days);
    await transaction
      .updateTable('requests')
      .set({
        expires_at: sql<number>`min(expires_at, coalesce(closed_at, created_at) + ${days * DAY_MS})`,
      })
      .execute();
    await record(transaction, { days });
    return { days };
  });
}

/** Whom an erasure is about stays remembered for as long as a backup may bring their request back. */
async function noteLongest(transaction: Store, days: number): Promise<void> {
  const before = await readSetting(transaction, 'request_days');
  const longest = await readSetting(transaction, 'longest_request_days');
  if (days < before && before > longest)
    await writeSetting(transaction, 'longest_request_days', before);
}
