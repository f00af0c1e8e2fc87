import type Driver from 'better-sqlite3-multiple-ciphers';
import { withDatabase } from './database';

/** Lets many people take part in a raffle that is not open, faster than chats could. */
export function crowd(userData: string, people: number): Promise<void> {
  return withDatabase(userData, (database) => insertPeople(database, people));
}

function insertPeople(database: Driver.Database, people: number): void {
  const now = Date.now();
  database
    .prepare(
      `with recursive person(number) as (
        select 1 union all select number + 1 from person where number < @people
      )
      insert into participations (created_at, expires_at, module_id, experience_id,
        experience_name, session_id, channel, email, giveaway_name, giveaway_id, participation_id)
      select @now, @later, 'giveaway', 'experience', 'Hello World', 'session-' || number, 'preview',
        'person' || number || '@example.com', 'Summer raffle', 'summer', hex(randomblob(16))
      from person`,
    )
    .run({ people, now, later: now + 60 * 86_400_000 });
}
