import { type Kysely, sql } from 'kysely';

const BLOCK_ROWS = 4_096;
/** The tables about a named person, which have a phone number. */
const NAMED = ['customers', 'participations', 'winners'];
const SEARCHED = ['email', 'firstname', 'lastname', 'phone'];

/** Places of draws that outlast the rows of winners, and phone numbers in the search. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await searchPhones(db);
  await keepPlaces(db);
}

/** Every block is indexed anew by the next sweep: numbers are in the index by their digits, too. */
async function searchPhones(db: Kysely<unknown>): Promise<void> {
  for (const table of NAMED) {
    const changed = SEARCHED.map((column) => `old.${column} is not new.${column}`).join(' or ');
    await sql.raw(`drop trigger ${table}_search`).execute(db);
    await sql
      .raw(
        `create trigger ${table}_search after update of ${SEARCHED.join(', ')} on ${table}
         when ${changed} begin
           update search_blocks set stale = 1
           where table_name = '${table}' and block = old.id / ${BLOCK_ROWS};
         end`,
      )
      .execute(db);
  }
  await sql`delete from search_grams`.execute(db);
  await sql`delete from search_blocks`.execute(db);
}

/**
 * However the row of a winner goes, its place stays and says that it is vacant; whoever deletes for a
 * reason of its own has noted that before.
 */
async function keepPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draw_places')
    .addColumn('draw_id', 'text', (column) => column.notNull().references('draws.id'))
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addColumn('prize', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('draw_places_key', ['draw_id', 'rank'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into draw_places (draw_id, rank, prize, status)
    select draw_id, rank, prize_name, status from winners
    where draw_id in (select id from draws) and rank is not null and status is not null
    on conflict do nothing`.execute(db);
  await sql`create trigger winners_vacated after delete on winners when old.draw_id is not null begin
      update draw_places set reason = 'deleted'
      where draw_id = old.draw_id and rank = old.rank
        and (reason is null or reason = 'won_elsewhere');
    end`.execute(db);
}
