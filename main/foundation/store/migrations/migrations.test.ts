import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { findCandidates } from '../search/find-candidates';
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

  it('keeps the places of draws, and finds phone numbers that were stored before', async () => {
    const test = createEmptyStore();
    const { store, connection } = test;
    await migrate(store, '0008-exclusions');
    connection.exec(`insert into draws values ('draw', 'summer', 'Summer raffle', 'drawn', 'person',
      '[]', 1, 1, 'Ann', 2, 2, x'', 'hash', 'seed', 'commitment', '', 0)`);
    const row = participation({ draw_id: 'draw' });
    insertRows(test, 'winners', [
      { ...row, rank: 1, status: 'winner', prize_name: 'Bike', phone: '+491711234567' },
      { ...row, rank: 3, status: 'substitute', prize_name: null, phone: null },
      { ...row, draw_id: 'gone', rank: 1, status: 'winner', prize_name: null, phone: null },
    ]);
    connection.exec(`insert into search_blocks values (1, 'winners', 0, 3, 0)`);
    connection.exec(`insert into search_grams values (1, 'ann', x'00')`);
    await migrate(store);
    expect(connection.prepare('select * from draw_places').all()).toEqual([
      { draw_id: 'draw', rank: 1, prize: 'Bike', status: 'winner', reason: null },
      { draw_id: 'draw', rank: 3, prize: null, status: 'substitute', reason: null },
    ]);
    expect(await findCandidates(store, 'winners', '1711234')).toEqual([1]);
    expect(connection.prepare('select count(*) from search_grams').pluck().get()).toBe(0);
    connection.exec('delete from winners');
    expect(connection.prepare('select reason from draw_places').pluck().all()).toEqual([
      'deleted',
      'deleted',
    ]);
  });

  it('ends entries of the register of exports, and wipes what requests searched for', async () => {
    const { store, connection } = createEmptyStore();
    await migrate(store, '0008-exclusions');
    const DAY = 86_400_000;
    const insert = connection.prepare(
      `insert into exports (id, state, selection, purpose, rows, requested_by, requested_by_name,
       requested_at, saved_at, file, deleted_at)
       values (@id, @state, @selection, 'why', 1, 'u1', 'Ann', 1, @savedAt, @file, @deletedAt)`,
    );
    const plain = JSON.stringify({ tables: ['winners'], filter: {}, language: 'en' });
    const searching = JSON.stringify({
      tables: ['winners'],
      filter: { search: 'ann@example.com' },
      language: 'en',
    });
    const row = { selection: plain, savedAt: null, file: null, deletedAt: null };
    insert.run({ ...row, id: 'asked', state: 'requested' });
    insert.run({ ...row, id: 'searched', state: 'released', selection: searching });
    insert.run({ ...row, id: 'saved', state: 'saved', savedAt: 2, file: '/a/b.zip' });
    const deleted = { savedAt: 2, file: '/a/gone.zip', deletedAt: 3 };
    insert.run({ ...row, ...deleted, id: 'deleted', state: 'saved' });
    await migrate(store);
    const entries = connection
      .prepare('select id, expires_at, file, is_access from exports order by id')
      .all();
    expect(entries).toEqual([
      { id: 'asked', expires_at: 1 + 14 * DAY, file: null, is_access: 0 },
      { id: 'deleted', expires_at: 2 + 1_095 * DAY, file: null, is_access: 0 },
      { id: 'saved', expires_at: 2 + 1_095 * DAY, file: '/a/b.zip', is_access: 0 },
      { id: 'searched', expires_at: 0, file: null, is_access: 0 },
    ]);
    const selections = connection.prepare('select selection from exports').pluck().all();
    expect(selections.join()).not.toContain('ann@');
    expect(selections.filter((text) => String(text).includes('"search":"***"'))).toHaveLength(1);
    expect(connection.prepare(`select value from settings where key = 'scrub'`).pluck().get()).toBe(
      '{"asked":1,"done":0}',
    );
  });

  it('asks once more for a scrub where one was asked for, and not without exports', async () => {
    const scrubAfter = async (sql: string) => {
      const { store, connection } = createEmptyStore();
      await migrate(store, '0008-exclusions');
      connection.exec(sql);
      await migrate(store);
      return connection.prepare(`select value from settings where key = 'scrub'`).pluck().get();
    };
    expect(await scrubAfter('')).toBeUndefined();
    const entry = `insert into exports (id, state, selection, purpose, rows, requested_by,
      requested_by_name, requested_at) values ('a', 'requested', '{}', 'why', 1, 'u1', 'Ann', 1);`;
    const asked = `insert into settings values ('scrub', '{"asked":4,"done":4}');`;
    expect(await scrubAfter(entry + asked)).toBe('{"asked":5,"done":4}');
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

  it('lets conditions of drafts and versions refer to options, and keeps every row and branch', async () => {
    const test = createEmptyStore();
    const { store, connection } = test;
    await migrate(store, '0011-erasures');
    const text = readFileSync(
      join(import.meta.dirname, '../../../../tests/fixtures/cases/experience-renamed-label.json'),
      'utf8',
    ).replace('Crimson', 'Red');
    const { start, modules, edges } = JSON.parse(text);
    const graph = JSON.stringify({ start, modules, edges });
    const jump = {
      type: 'jump',
      settings: { target: 'visit', experience: 'one', inputs: [{ variable: 'colour' }] },
    };
    const draft = connection.prepare(
      'insert into experiences values (?, ?, ?, 3, 1, 2, null, null)',
    );
    draft.run('one', 'Hello', graph);
    connection
      .prepare(
        `insert into experience_versions values ('v', 'one', 1, 'First', '', ?, 4, 1, 'Ann')`,
      )
      .run(graph);
    const {
      email: _,
      giveaway_name: _n,
      giveaway_id: _g,
      participation_id: _p,
      ...row
    } = participation();
    insertRows(test, 'variables', [{ ...row, name: 'colour', value: 'Red' }]);
    insertRows(test, 'answers', [{ ...row, question: 'Colour?', answer: 'Red' }]);
    await migrate(store);
    const changed = connection.prepare('select draft from experiences').pluck().get();
    expect(changed).toBe(connection.prepare('select graph from experience_versions').pluck().get());
    const after = JSON.parse(String(changed));
    expect({ start: after.start, edges: after.edges }).toEqual({ start, edges });
    expect(after.modules[1].settings.rules).toEqual([
      { ...modules[1].settings.rules[0], options: ['r'], value: '' },
    ]);
    expect(after.modules.toSpliced(1, 1)).toEqual(modules.toSpliced(1, 1));
    for (const table of ['variables', 'answers'] as const) {
      expect(countRows(test, table)).toBe(1);
      expect(connection.prepare(`select option_ids from ${table}`).pluck().get()).toBeNull();
    }

    const given = createEmptyStore();
    await migrate(given.store, '0011-erasures');
    const add = given.connection.prepare(
      'insert into experiences values (?, ?, ?, 3, 1, 2, null, null)',
    );
    add.run('one', 'Hello', graph);
    add.run('two', 'Caller', JSON.stringify({ start: null, modules: [jump], edges: [] }));
    await migrate(given.store);
    const [first] = given.connection
      .prepare('select draft from experiences order by id')
      .pluck()
      .all();
    expect(JSON.parse(String(first)).modules).toEqual(modules);
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

  it('keeps users, who have no habits of exporting at first', async () => {
    const { store, connection } = createEmptyStore();
    await migrate(store, '0011-erasures');
    connection.exec(
      `insert into users (id, name, role, created_at) values ('ann', 'Ann', 'admin', 7)`,
    );
    await migrate(store);
    const users = connection.prepare('select name, created_at, export_habits from users').all();
    expect(users).toEqual([{ name: 'Ann', created_at: 7, export_habits: null }]);
  });
});
