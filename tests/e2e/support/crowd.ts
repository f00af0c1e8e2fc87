import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Driver from 'better-sqlite3-multiple-ciphers';
import { unwrapKey } from '../../../main/workspace/key-slot';
import { readSlotFile } from '../../../main/workspace/slot-file';
import { PASSPHRASE } from './pages';
import { workspaceOf } from './vault';

// By its path: Playwright would follow the project's type declarations of the package instead.
const require = createRequire(import.meta.url);
const Database: typeof Driver = require(
  join(import.meta.dirname, '../../../node_modules/better-sqlite3-multiple-ciphers'),
);

/** Lets many people take part in a raffle that is not open, faster than chats could. */
export async function crowd(userData: string, people: number): Promise<void> {
  const folder = workspaceOf(userData);
  const file = await readSlotFile(join(folder, 'workspace.json'));
  const [slot] = file?.slots ?? [];
  if (!file || !slot) throw new Error('There is no workspace to fill.');
  const key = await unwrapKey(slot, PASSPHRASE, file.workspaceId);
  const database = new Database(join(folder, 'vault.db'));
  try {
    database.pragma(`cipher='sqlcipher'`);
    database.pragma('legacy=4');
    database.key(Buffer.from(`x'${key.toString('hex')}'`));
    insertPeople(database, people);
  } finally {
    database.close();
  }
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
