import { type Kysely, sql } from 'kysely';
import { plainLine } from '../../text/clean-text';

const PAGE_ROWS = 5_000;

/**
 * Codes carry points, and the key by which a typed code is found leaves out all that is invisible.
 * Codes of a pool that become the same by it are one from now on: the first of them, which keeps its
 * uses, counts what was used of the others. All stay where they are, since they are handed out by place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('pool_codes')
    .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await renewKeys(db);
  await countTogether(db);
}

/** The keys of other codes than those of ASCII, which stay as they are. */
async function renewKeys(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ rowid: number; code: string; code_key: string }>`
      select rowid, code, code_key from pool_codes
      where rowid > ${after} and code glob '*[^ -~]*' order by rowid limit ${PAGE_ROWS}`.execute(
      db,
    );
    for (const { rowid, code, code_key } of rows) {
      const key = keyOf(code);
      if (key !== code_key)
        await sql`update pool_codes set code_key = ${key} where rowid = ${rowid}`.execute(db);
    }
    if (rows.length < PAGE_ROWS) return;
    after = rows.at(-1)?.rowid ?? after;
  }
}

async function countTogether(db: Kysely<unknown>): Promise<void> {
  await sql`create temp table same_codes as
    select other.pool_id, other.position, (
      select min(position) from pool_codes
      where code_key = other.code_key and pool_id = other.pool_id
    ) as first
    from pool_codes as other
    where code_key in (select code_key from pool_codes group by pool_id, code_key having count(*) > 1)`.execute(
    db,
  );
  await sql`insert into counters (channel, name, taken)
    select channel, 'used ' || pool_id || ' ' || first, sum(taken)
    from same_codes join counters on name = 'used ' || pool_id || ' ' || position
    where position > first
    group by channel, pool_id, first
    on conflict (channel, name) do update set taken = taken + excluded.taken`.execute(db);
  await sql`delete from counters where name in (
    select 'used ' || pool_id || ' ' || position from same_codes where position > first)`.execute(
    db,
  );
  await sql`drop table same_codes`.execute(db);
}

/** As `codeKey` was when this was written. */
function keyOf(code: string): string {
  return plainLine(code)
    .replaceAll(/\s/gu, '')
    .replaceAll(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKC');
}
