import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../../../../preload/contract';
import {
  countRows,
  createEmptyStore,
  insertRows,
  openTestStore,
  participation,
} from '../../../../tests/support/store';
import { readWorkspaceRule } from '../../../vault/retention/rules';
import { dataTables } from '../tables';
import { migrate } from '.';
import * as walkingSkeleton from './0001-walking-skeleton';

const BOOKKEEPING = ['id', 'module_id', 'email_key', 'unique_key'];

describe('the newest schema', () => {
  it.each(TABLE_NAMES)(
    'has for %s the declared columns, the bookkeeping, and nothing else',
    async (name) => {
      const { connection } = await openTestStore();
      const columns = connection.pragma(`table_info(${name})`) as {
        name: string;
        type: string;
        notnull: number;
      }[];
      const declared = dataTables[name].columns;
      expect(columns.map((column) => column.name).toSorted()).toEqual(
        [...new Set([...BOOKKEEPING, ...Object.keys(declared)])].toSorted(),
      );
      for (const column of columns) {
        const { kind } =
          (declared as Record<string, { kind: string } | undefined>)[column.name] ?? {};
        if (kind === 'instant') expect(column).toMatchObject({ type: 'INTEGER', notnull: 1 });
        if (kind === 'text') expect(column.type).toBe('TEXT');
      }
    },
  );

  it.each(TABLE_NAMES)(
    'finds rows of %s by expiry and by person without reading them all',
    async (name) => {
      const { connection } = await openTestStore();
      for (const condition of ['expires_at <= 1', `email_key = 'a'`, `unique_key = 'a'`]) {
        const plan = connection
          .prepare(`explain query plan select id from ${name} where ${condition}`)
          .all();
        expect(plan).toMatchObject([{ detail: expect.stringContaining('SEARCH') }]);
      }
    },
  );

  it('never gives the id of a deleted row to a new one', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation()]);
    test.connection.exec('delete from participations');
    insertRows(test, 'participations', [participation()]);
    expect(test.connection.prepare('select id from participations').pluck().all()).toEqual([2]);
  });
});

describe('migrating', () => {
  it('runs the steps in the order of their numbers: one out of order would be left out', async () => {
    const { store } = await openTestStore();
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(store);
    const run = rows.map(({ name }) => name);
    expect(run).toEqual(run.toSorted());
    const files = readdirSync(import.meta.dirname).filter((name) =>
      /^\d{4}-.*(?<!test)\.ts$/.test(name),
    );
    expect(run).toEqual(files.map((name) => name.replace('.ts', '')).toSorted());
  });

  it('makes the first rule of the switch and the maximum that were settings', async () => {
    const { store, connection } = createEmptyStore();
    const provider = { getMigrations: async () => ({ '0001-walking-skeleton': walkingSkeleton }) };
    await new Migrator({ db: store, provider }).migrateToLatest();
    connection.exec(
      `insert into settings values ('store_data', 'false'), ('max_retention_days', '30')`,
    );
    await migrate(store);
    expect(await readWorkspaceRule(store)).toEqual({ enabled: false, days: 30 });
    expect(connection.prepare('select * from settings').all()).toEqual([]);
  });

  it('leaves experiences as they are, neither published nor archived', async () => {
    const { store, connection } = createEmptyStore();
    await migrate(store, '0002-forgetting');
    connection.exec(`insert into experiences values ('one', 'Hello', '{}', 7, 1, 2)`);
    await migrate(store);
    expect(connection.prepare('select * from experiences').all()).toEqual([
      {
        id: 'one',
        name: 'Hello',
        draft: '{}',
        revision: 7,
        created_at: 1,
        updated_at: 2,
        published_version_id: null,
        archived_at: null,
      },
    ]);
  });

  it('gives a workspace of an earlier version its own key for the list of erasures, once', async () => {
    const keys: Buffer[] = [];
    for (let times = 0; times < 2; times++) {
      const { store, connection } = createEmptyStore();
      await migrate(store, '0008-exclusions');
      await migrate(store);
      const read = () =>
        connection.prepare('select key from erasure_key').pluck().all() as Buffer[];
      const [key = Buffer.alloc(0), ...others] = read();
      expect(others).toEqual([]);
      expect(key).toHaveLength(32);
      await migrate(store);
      expect(read()).toEqual([key]);
      expect(connection.prepare('select * from erasures').all()).toEqual([]);
      keys.push(key);
    }
    expect(keys[0]).not.toEqual(keys[1]);
  });

  it('again changes nothing', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation()]);
    await migrate(test.store);
    expect(countRows(test, 'participations')).toBe(1);
  });

  it('refuses a database that a newer version wrote, and leaves it as it is', async () => {
    const { store, connection } = await openTestStore();
    connection.exec(`insert into kysely_migration values ('9999-from-the-future', '2099-01-01')`);
    const before = connection.prepare('select * from sqlite_schema').all();
    await expect(migrate(store)).rejects.toThrow('workspace.newer_version');
    expect(connection.prepare('select * from sqlite_schema').all()).toEqual(before);
  });

  it('keeps nothing of a step that fails half-way', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation()]);
    const before = test.connection.prepare('select * from sqlite_schema').all();
    const known = await sql<{ name: string }>`select name from kysely_migration`.execute(
      test.store,
    );
    const nothing = { up: async () => undefined };
    const migrator = new Migrator({
      db: test.store,
      provider: {
        getMigrations: async () => ({
          ...Object.fromEntries(known.rows.map(({ name }) => [name, nothing])),
          '9998-fails': {
            up: async (db) => {
              await sql`alter table participations rename to entries`.execute(db);
              await sql`delete from entries`.execute(db);
              await sql`create table later (id integer)`.execute(db);
              throw new Error('The disk is full.');
            },
          },
        }),
      },
    });
    expect((await migrator.migrateToLatest()).error).toMatchObject({
      message: 'The disk is full.',
    });
    expect(test.connection.prepare('select * from sqlite_schema').all()).toEqual(before);
    expect(countRows(test, 'participations')).toBe(1);
    await expect(migrate(test.store)).resolves.toBeUndefined();
  });
});
