import { z } from 'zod';
import type { ParsedInput } from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';
import { askForScrub } from '../retention/scrub';

const KEY = 'place';
/** Of all parts together, in characters of JSON. */
const MAX_PLACE = 1_000_000;

const Part = z.object({ value: z.string(), at: z.number() });
const Parts = z.record(z.string(), Part);
type Parts = z.infer<typeof Parts>;

/**
 * Where the signed-in user is, so that they are there again after a lock, within a day. The pages tell
 * each change; only a lock writes it, since what is written has to be forgotten with a scrub.
 */
class KeptPlace {
  readonly #unlocked: Unlocked;
  readonly #told = new Map<string, { value: string | null; at: number }>();

  constructor(unlocked: Unlocked) {
    this.#unlocked = unlocked;
  }

  keep(parts: ParsedInput<'memory.keepPlace'>): void {
    const at = this.#unlocked.time.nowMs();
    for (const [name, value] of Object.entries(parts)) this.#told.set(name, { value, at });
  }

  /** After the transaction of an erasure: what pages have told up to now may name the person. */
  forget(): void {
    this.#told.clear();
    this.#unlocked.emit('places.forgotten', {});
  }

  async read(): Promise<Record<string, string>> {
    const { store } = this.#unlocked;
    const parts = await this.#parts(store);
    return Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value]));
  }

  /** What was told before a person was erased is not written: it may name them. */
  async write(): Promise<void> {
    if (this.#told.size === 0) return;
    const { store, signedIn, time } = this.#unlocked;
    const user_id = signedIn().id;
    const now = time.nowMs();
    await store.transaction().execute(async (transaction) => {
      const before = await this.#row(transaction);
      const value = JSON.stringify(within(MAX_PLACE, await this.#parts(transaction)));
      // Of what is overwritten traces are left. A scrub a day is enough for what lives for a day.
      const isScrubDue = before !== undefined && before.saved_at <= now - DAY_MS;
      if (isScrubDue) await askForScrub(transaction);
      const saved_at = before === undefined || isScrubDue ? now : before.saved_at;
      const row = { value, saved_at, expires_at: now + DAY_MS };
      await transaction
        .insertInto('user_memory')
        .values({ user_id, key: KEY, ...row })
        .onConflict((conflict) => conflict.columns(['user_id', 'key']).doUpdateSet(row))
        .execute();
    });
  }

  #row(store: Store) {
    return store
      .selectFrom('user_memory')
      .select(['value', 'saved_at', 'expires_at'])
      .where('user_id', '=', this.#unlocked.signedIn().id)
      .where('key', '=', KEY)
      .executeTakeFirst();
  }

  /** Those of the last lock, with what was told since. */
  async #parts(store: Store): Promise<Parts> {
    const row = await this.#row(store);
    const now = this.#unlocked.time.nowMs();
    const isAlive = row !== undefined && row.expires_at > now;
    const parts = new Map(Object.entries(isAlive ? Parts.parse(JSON.parse(row.value)) : {}));
    for (const [name, { value, at }] of this.#told) {
      if (value === null) parts.delete(name);
      else parts.set(name, { value, at });
    }
    const forgotten = await readSetting(store, 'places_forgotten');
    const since = Math.max(forgotten, now - DAY_MS);
    // A clock that was ahead has dated what pages told then.
    return Object.fromEntries([...parts].filter(([, { at }]) => at > since && at <= now));
  }
}

/** The latest ones that have room together. */
function within(characters: number, parts: Parts): Parts {
  let left = characters;
  const latest = Object.entries(parts).toSorted(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(
    latest.filter(([name, { value }]) => {
      left -= name.length + value.length;
      return left >= 0;
    }),
  );
}

export const keptPlace = part('kept place', (unlocked) => new KeptPlace(unlocked));
