import { sql } from 'kysely';
import { mediaIn } from '../../foundation/experience/media-mentions';
import type { Store } from '../../foundation/store/database';
import { allTables } from '../../foundation/store/tables';
import { DAY_MS } from '../../foundation/time';
import { askForScrub } from './scrub';

/** For so long an editor may undo what took the last mention away. */
const SPARED_MS = DAY_MS;

/**
 * Tables whose texts mention no asset, or mention none that would have to stay: what participants
 * entered, what was done, and large tables of other things. All others keep what they mention, also
 * those that come to be later.
 */
const NO_HOLDERS: ReadonlySet<string> = new Set([
  ...allTables.map(({ name }) => name),
  ...['assets', 'audit_log', 'search_blocks', 'search_grams', 'code_pools', 'pool_codes'],
  ...['export_rows', 'draws', 'draw_places', 'daily_totals', 'counters', 'erasures'],
]);

/**
 * Removes the assets that nothing has mentioned for a day: no draft, no version, no text and no setting
 * of the workspace. Of those that were `released` just now, it does not wait for the day: the experience
 * that had them is deleted, and nobody can undo that.
 */
export async function forgetUnusedAssets(
  transaction: Store,
  nowMs: number,
  released: ReadonlySet<string> = new Set(),
): Promise<void> {
  const assets = await transaction.selectFrom('assets').select(['id', 'unused_since']).execute();
  if (assets.length === 0) return;
  const mentioned = await mentionedAssets(transaction);
  for (const { id, unused_since: since } of assets) {
    if (mentioned.has(id)) {
      if (since !== null) await note(transaction, id, null);
    } else if (released.has(id) || (since !== null && since <= nowMs - SPARED_MS)) {
      await transaction.deleteFrom('assets').where('id', '=', id).execute();
      await askForScrub(transaction);
    } else if (since === null || since > nowMs) await note(transaction, id, nowMs);
  }
}

async function note(transaction: Store, id: string, since: number | null): Promise<void> {
  await transaction
    .updateTable('assets')
    .set({ unused_since: since })
    .where('id', '=', id)
    .execute();
}

async function mentionedAssets(store: Store): Promise<Set<string>> {
  const mentioned = new Set<string>();
  for (const { name, columns } of await store.introspection.getTables()) {
    if (NO_HOLDERS.has(name)) continue;
    for (const column of columns.filter(({ dataType }) => dataType.toLowerCase() === 'text')) {
      const { rows } = await sql<{ text: string }>`
        select ${sql.ref(column.name)} as text from ${sql.table(name)}
        where instr(${sql.ref(column.name)}, 'asset:') > 0`.execute(store);
      for (const { text } of rows) for (const id of mediaIn(text)) mentioned.add(id);
    }
  }
  return mentioned;
}
