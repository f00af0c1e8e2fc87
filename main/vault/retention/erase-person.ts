import type { ChatChannel, TableErasure } from '../../../preload/contract';
import type { RowReference } from '../../foundation/rows';
import type { Store } from '../../foundation/store/database';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { recordAudit, SYSTEM } from '../audit/audit-log';
import { forgetRequesterInChat } from '../requests/forget-requester';
import { removeRows } from './deletions';
import { rememberErasure } from './erasures';
import { isHeld } from './holds';
import { forgetPlaces } from './past-memory';
import type { Receipt } from './receipts';
import type { RowCondition } from './totals';

interface Erasure {
  readonly erased: number;
  /** Rows that a legal hold kept. */
  readonly held: number;
}

/**
 * Deletes the rows of a participant's session, under whatever address, and with `person` what its
 * channel keeps under their address.
 */
export async function erasePerson(
  transaction: Store,
  who: {
    origin: { readonly channel: ChatChannel };
    emailKey: string | null;
    nowMs: number;
    trustedMs: number;
    /** What the session has written: no index finds rows by their session. */
    rows: readonly RowReference[];
  },
  reach: 'person' | 'session',
): Promise<Erasure> {
  const { emailKey, nowMs, trustedMs, rows } = who;
  const { channel } = who.origin;
  const theirs: RowsIn = (table) => (row) =>
    row.or([
      row(
        'id',
        'in',
        rows.filter((each) => each.table === table).map(({ id }) => id),
      ),
      ...(reach === 'person'
        ? [row.and([row('email_key', '=', emailKey), row('channel', '=', channel)])]
        : []),
    ]);
  if (reach === 'person' && emailKey !== null) {
    await rememberErasure(transaction, emailKey, channel, nowMs);
    // Who plays a preview is nobody who has asked for anything.
    if (channel !== 'preview')
      await forgetRequesterInChat(transaction, emailKey, {
        actor: SYSTEM,
        nowMs,
        heldAtMs: trustedMs,
      });
  }
  await forgetPlaces(transaction, nowMs);
  const receipt = { actor: SYSTEM, nowMs, rule: 'participant' } as const;
  const sum = sumOf(await eraseRows(transaction, theirs, trustedMs, receipt));
  const { erased: gone, held } = sum;
  const details = { rows: gone, ...(held > 0 && { held }), by: 'participant' };
  await recordAudit(transaction, SYSTEM, nowMs, 'person.erased', details);
  return sum;
}

/** Which rows of each table. */
export type RowsIn = (table: TableErasure['table']) => RowCondition;

/**
 * Deletes rows of all tables but those that a legal hold keeps, which it counts. The time of these is
 * over with it: from now on they are gone for every purpose, and the first sweep after the hold's end
 * takes them, whatever their date was.
 *
 * @param heldAtMs as of when holds are in force
 */
export async function eraseRows(
  transaction: Store,
  which: RowsIn,
  heldAtMs: number,
  receipt: Receipt,
): Promise<TableErasure[]> {
  const erasures: TableErasure[] = [];
  for (const { name: table } of allTables) {
    const theirs = which(table);
    const free: RowCondition = (row) =>
      row.and([theirs(row), row.not(isHeld(row, table, heldAtMs))]);
    const erased = await removeRows(transaction, table, free, receipt);
    const { held } = await transaction
      .selectFrom(anyTable(table))
      .where(theirs)
      .select((row) => row.fn.countAll<number>().as('held'))
      .executeTakeFirstOrThrow();
    if (held > 0)
      await transaction
        .updateTable(anyTable(table))
        .set({ expires_at: heldAtMs })
        .where(theirs)
        .where('expires_at', '>', heldAtMs)
        .execute();
    erasures.push({ table, erased, held });
  }
  return erasures;
}

export function sumOf(erasures: readonly TableErasure[]): Erasure {
  return {
    erased: erasures.reduce((sum, { erased }) => sum + erased, 0),
    held: erasures.reduce((sum, { held }) => sum + held, 0),
  };
}
