import type { PersonMatch, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';
import { fieldOf } from './person-fields';

/** A conversation is over within days; there is no index by session. */
const LONGEST_SESSION_MS = 2 * DAY_MS;

export interface FoundRow {
  readonly id: number;
  readonly email_key: string | null;
  readonly session_id: string | null;
  readonly created_at: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly phone: string | null;
}

/** The people whom rows are about, each once; without an address, a conversation is somebody. */
export class FoundPeople {
  readonly #store: Store;
  readonly #limit: number;
  readonly #nowMs: number;
  readonly #known = new Map<string, PersonMatch>();
  readonly #nameless = new Map<string, PersonMatch>();
  /** Of conversations, by their ids, whose address they carry. */
  readonly #addresses = new Map<string, string | null>();

  constructor(store: Store, limit: number, nowMs: number) {
    this.#store = store;
    this.#limit = limit;
    this.#nowMs = nowMs;
  }

  /** One more than are shown: that there are more is known then. */
  get isFull(): boolean {
    return this.#known.size + this.#nameless.size > this.#limit;
  }

  async addKeys(keys: readonly string[], table: TableName): Promise<void> {
    for (const email of keys) {
      if (this.isFull) return;
      if (!this.#known.has(email)) this.#known.set(email, { email, name: '', phone: null, table });
    }
  }

  async addRows(rows: readonly FoundRow[], table: TableName): Promise<void> {
    for (const row of rows) {
      if (this.isFull) return;
      const email = row.email_key ?? (await this.#addressIn(row));
      const name = [row.firstname, row.lastname].filter(Boolean).join(' ');
      const match = { email, name, phone: row.phone, table, row: row.id, at: row.created_at };
      if (email === null) this.#add(this.#nameless, row.session_id ?? `${table} ${row.id}`, match);
      else this.#add(this.#known, email, match);
    }
  }

  #add(people: Map<string, PersonMatch>, key: string, match: PersonMatch): void {
    const before = people.get(key);
    const name = before?.name || match.name;
    const phone = before?.phone ?? match.phone;
    people.set(key, { ...(before ?? match), name, phone });
  }

  /** By address, those without one last; who has exactly this address comes first. */
  async list(first: string): Promise<{ people: PersonMatch[]; isMore: boolean }> {
    const known = [...this.#known.values()].toSorted(
      (a, b) =>
        Number(b.email === first) - Number(a.email === first) ||
        (a.email ?? '').localeCompare(b.email ?? ''),
    );
    const shown = [...known, ...this.#nameless.values()].slice(0, this.#limit);
    const people = await Promise.all(shown.map((match) => this.#named(match)));
    return { people, isMore: this.isFull };
  }

  /** With name and number, which other rows of the person may say. */
  async #named(match: PersonMatch): Promise<PersonMatch> {
    if (match.email === null) return match;
    let { name, phone } = match;
    for (const { name: table } of allTables) {
      if (name !== '' && phone !== null) break;
      if (table === 'variables' || !fieldOf(table, 'phone')) continue;
      const rows = await this.#store
        .selectFrom(anyTable(table))
        .select(['firstname', 'lastname', 'phone'])
        .where('email_key', '=', match.email)
        .where('expires_at', '>', this.#nowMs)
        .orderBy('id', 'desc')
        .limit(20)
        .execute();
      for (const row of rows) {
        name ||= [row.firstname, row.lastname].filter(Boolean).join(' ');
        phone ??= row.phone;
      }
    }
    return { ...match, name, phone };
  }

  /** Whose conversation it is, where another of its rows says so. */
  async #addressIn({ session_id, created_at }: FoundRow): Promise<string | null> {
    if (session_id === null) return null;
    const before = this.#addresses.get(session_id);
    if (before !== undefined) return before;
    let address: string | null = null;
    for (const { name: table } of allTables) {
      const row = await this.#store
        .selectFrom(anyTable(table))
        .select('email_key')
        .where('created_at', '>', created_at - LONGEST_SESSION_MS)
        .where('created_at', '<', created_at + LONGEST_SESSION_MS)
        .where('session_id', '=', session_id)
        .where('expires_at', '>', this.#nowMs)
        .where('email_key', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      address ??= row?.email_key ?? null;
      if (address !== null) break;
    }
    this.#addresses.set(session_id, address);
    return address;
  }
}
