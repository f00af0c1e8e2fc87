import type { ChatChannel } from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { legacyEmailKey, plainEmailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { allTables, columnNames } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { recordAudit, SYSTEM } from '../../vault/audit/audit-log';
import { forgetRequester, forgetRequesterInChat } from '../../vault/requests/forget-requester';
import { eraseRows, sumOf } from '../../vault/retention/erase-person';
import {
  type ErasureEntry,
  erasureFileOf,
  personHash,
  readErasureFile,
} from '../../vault/retention/erasure-list';
import {
  insertErasures,
  readErasureKey,
  readErasures,
  saveErasures,
} from '../../vault/retention/erasures';
import { forgetPlaces } from '../../vault/retention/past-memory';
import type { RowCondition } from '../../vault/retention/totals';
import { keptPlace } from '../../vault/workspace/kept-place';
import { openedWorkspace } from '../../vault/workspace/opened-workspace';
import { anonymousRowsOf } from './person-rows';

/**
 * Erases again whom the list beside the workspace names and this database does not know to be erased:
 * it is older than the list, because a backup was restored or the file was put back. Before anything
 * is shown. Rows from after the erasure stay, and those that a legal hold keeps.
 */
export async function eraseAgain({ store, the, time, logFailure }: Unlocked): Promise<void> {
  const { databaseFile } = the(openedWorkspace);
  const { key } = await readErasureKey(store);
  const found = await readErasureFile(erasureFileOf(databaseFile, key), key);
  // What must not end too soon, of a hold and of the list, goes by the time that is trusted.
  const nowMs = time.trustedMs();
  if (found === 'refused') {
    await store
      .transaction()
      .execute((transaction) =>
        recordAudit(transaction, SYSTEM, time.nowMs(), 'erasures.list_refused', {}),
      );
  } else if (found && (await eraseUnknown(store, key, found, nowMs))) the(keptPlace).forget();
  await saveErasures(store, databaseFile).catch(logFailure);
}

/** Whether there was somebody to erase. */
async function eraseUnknown(
  store: Store,
  key: Uint8Array,
  listed: readonly ErasureEntry[],
  nowMs: number,
): Promise<boolean> {
  const placeOf = ({ person, channel }: ErasureEntry): string => `${person} ${channel}`;
  const known = new Map((await readErasures(store)).map((each) => [placeOf(each), each.erased_at]));
  const unknown = listed.filter((each) => each.erased_at > (known.get(placeOf(each)) ?? -1));
  if (unknown.length === 0) return false;
  await store.transaction().execute(async (transaction) => {
    const addresses = await addressesByHash(transaction, key);
    const total = { rows: 0, held: 0, people: 0 };
    for (const entry of unknown) {
      const emailKey = addresses.get(entry.person);
      if (emailKey === undefined) continue;
      const { erased, held } = await eraseEntry(transaction, emailKey, entry, nowMs);
      total.rows += erased;
      total.held += held;
      total.people += erased + held > 0 ? 1 : 0;
    }
    await insertErasures(transaction, unknown);
    // What users had typed by the time of the backup may name them, too.
    await forgetPlaces(transaction, nowMs);
    if (total.people > 0)
      await recordAudit(transaction, SYSTEM, nowMs, 'person.erased_again', total);
  });
  return true;
}

async function eraseEntry(
  transaction: Store,
  emailKey: string,
  { channel, erased_at }: ErasureEntry,
  nowMs: number,
): Promise<{ erased: number; held: number }> {
  const within =
    (which: RowCondition): RowCondition =>
    (row) =>
      row.and([
        which(row),
        row('created_at', '<=', erased_at),
        ...(channel === '' ? [] : [row('channel', '=', channel satisfies ChatChannel)]),
      ]);
  const rule = channel === '' ? 'on_request' : 'participant';
  const receipt = { actor: SYSTEM, nowMs, rule } as const;
  // Those without an address are found by those that have it: so they go first.
  const anonymous =
    channel === ''
      ? await eraseRows(transaction, () => within(anonymousRowsOf(emailKey)), nowMs, receipt)
      : [];
  const theirs = within((row) => row('email_key', '=', emailKey));
  const named = await eraseRows(transaction, () => theirs, nowMs, receipt);
  const forgetting = { actor: SYSTEM, nowMs, heldAtMs: nowMs, untilMs: erased_at };
  if (channel === '') await forgetRequester(transaction, emailKey, forgetting);
  else if (channel !== 'preview') await forgetRequesterInChat(transaction, emailKey, forgetting);
  return sumOf([...anonymous, ...named]);
}

/** Every address that any row has, by its hash and by those of the forms that its key had before. */
async function addressesByHash(store: Store, key: Uint8Array): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  const asking = await store
    .selectFrom('requests')
    .select('email_key')
    .distinct()
    .where('email_key', 'is not', null)
    .execute();
  for (const { email_key } of asking)
    if (email_key !== null) addresses.set(personHash(key, email_key), email_key);
  for (const { name } of allTables) {
    const rows = await store
      .selectFrom(anyTable(name))
      .select('email_key')
      .$if(columnNames(name).includes('email'), (query) => query.select('email'))
      .distinct()
      .where('email_key', 'is not', null)
      .execute();
    for (const { email_key, email } of rows) {
      if (email_key === null) continue;
      const before = email ? legacyEmailKey(email) : email_key;
      for (const form of [email_key, plainEmailKey(email_key), before]) {
        addresses.set(personHash(key, form), email_key);
      }
    }
  }
  return addresses;
}
