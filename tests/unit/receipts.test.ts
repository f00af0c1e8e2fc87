import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deletePool } from '../../main/chat/codes/delete-pool';
import { Experiences } from '../../main/chat/experiences/experiences';
import { removeExperience } from '../../main/chat/experiences/remove-experience';
import { createEffectStore } from '../../main/chat/writing/effect-store';
import { eraseOnRequest } from '../../main/data/person/erasure';
import { allTables } from '../../main/foundation/store/tables';
import { operationOn } from '../../main/operations/declared';
import { readAuditPage } from '../../main/vault/audit/audit-entries';
import { deleteAll, deleteRow } from '../../main/vault/retention/deletions';
import { deletePreviewRows } from '../../main/vault/retention/preview-rows';
import { DELETION_RULES, readReceipts } from '../../main/vault/retention/receipts';
import { sweepExpired } from '../../main/vault/retention/sweep';
import { type ChannelName, channels, TABLE_NAMES } from '../../preload/contract';
import deAudit from '../../resources/locales/de/audit.json';
import deRetention from '../../resources/locales/de/retention.json';
import enAudit from '../../resources/locales/en/audit.json';
import enRetention from '../../resources/locales/en/retention.json';
import { laneContext } from '../support/context';
import { lessonGraph } from '../support/graphs';
import { DAY_MS, NOW_MS } from '../support/now';
import { givePool } from '../support/pools';
import { effect, insertRows, ORIGIN, openTestStore, type TestStore } from '../support/store';

const GRACE = { name: 'Grace' };
const ANN = 'ann@example.com';
const EXPERIENCE = ORIGIN.experienceId;

/** Two rows in every table: Ann's of the kiosk, and one of a preview. */
async function filled(): Promise<TestStore> {
  const test = await openTestStore();
  await new Experiences(test.store).create(EXPERIENCE, 'Hello World', lessonGraph(), NOW_MS);
  givePool(test, ['A', 'B', 'C']);
  for (const { name } of allTables) {
    const row = {
      created_at: NOW_MS,
      expires_at: NOW_MS + DAY_MS,
      ...(name === 'customers' && { last_active_at: NOW_MS }),
      module_id: 'module-1',
      experience_id: EXPERIENCE,
      experience_name: ORIGIN.experienceName,
      session_id: ORIGIN.sessionId,
    };
    insertRows(test, name, [
      { ...row, channel: 'kiosk', email_key: ANN },
      { ...row, channel: 'preview', email_key: 'bob@example.com' },
    ]);
  }
  return test;
}

const oneOfEach = Object.fromEntries(TABLE_NAMES.map((table) => [table, 1]));
const bothOfEach = Object.fromEntries(TABLE_NAMES.map((table) => [table, 2]));

function chatErases({ store }: TestStore, reach: 'person' | 'session') {
  const { moduleId, moduleType, contact } = effect();
  const origin = { ...ORIGIN, channel: 'kiosk' } as const;
  const rows = TABLE_NAMES.map((table) => ({ table, id: 1 }));
  return createEffectStore(store).transact((write) =>
    write({ kind: 'erase', reach, moduleId, moduleType, contact }, origin, NOW_MS, rows),
  );
}

function chatStores({ store }: TestStore, changes: Parameters<typeof effect>[0]) {
  return createEffectStore(store).transact((write) => write(effect(changes), ORIGIN, NOW_MS));
}

function experienceGoes({ store }: TestStore, confirmedRows: number | null) {
  const request = { id: EXPERIENCE, confirmedRows };
  return removeExperience(laneContext(store, 'experience.deleted'), request);
}

interface Way {
  readonly go: (test: TestStore) => Promise<unknown>;
  /** Rows that go, by table. */
  readonly gone: Readonly<Record<string, number>>;
  readonly rule?: string;
}

/** Every way in which rows go, and those on which it might seem so. */
const WAYS: Readonly<Record<string, Way>> = {
  'the sweep': {
    go: ({ store }) => sweepExpired(store, { nowMs: NOW_MS + DAY_MS }),
    gone: bothOfEach,
    rule: 'expired',
  },
  'data.deleteRow': {
    go: ({ store }) => deleteRow(store, GRACE, 'winners', 1, NOW_MS),
    gone: { winners: 1 },
    rule: 'one_row',
  },
  'data.deleteRow, of an uploaded file': {
    go: ({ store }) => deleteRow(store, GRACE, 'files', 2, NOW_MS),
    gone: { files: 1 },
    rule: 'one_row',
  },
  'data.deleteAll': {
    go: ({ store }) => deleteAll(store, GRACE, { table: 'answers', confirmedRows: 2 }, NOW_MS),
    gone: { answers: 2 },
    rule: 'all_rows',
  },
  'data.deleteAll, of what a filter means': {
    go: ({ store }) => {
      const filter = { channel: 'kiosk' } as const;
      return deleteAll(store, GRACE, { table: 'answers', filter, confirmedRows: 1 }, NOW_MS);
    },
    gone: { answers: 1 },
    rule: 'filtered_rows',
  },
  'data.deleteAll, of what is selected': {
    go: ({ store }) => {
      const filter = { includeIds: [2] };
      return deleteAll(store, GRACE, { table: 'consents', filter, confirmedRows: 1 }, NOW_MS);
    },
    gone: { consents: 1 },
    rule: 'selected_rows',
  },
  'preview.deleteRows': {
    go: ({ store }) => deletePreviewRows(store, GRACE, 99, NOW_MS),
    gone: oneOfEach,
    rule: 'preview',
  },
  'experiences.deleteWithRows': {
    go: (test) => experienceGoes(test, 99),
    gone: bothOfEach,
    rule: 'experience',
  },
  'experiences.delete': {
    go: (test) => experienceGoes(test, null),
    gone: {},
  },
  'privacy.erase': {
    go: ({ store }) => eraseOnRequest(laneContext(store), { email: ANN }),
    gone: oneOfEach,
    rule: 'on_request',
  },
  'Delete my data': {
    go: (test) => chatErases(test, 'person'),
    gone: oneOfEach,
    rule: 'participant',
  },
  'Delete my data, of this chat': {
    go: (test) => chatErases(test, 'session'),
    gone: oneOfEach,
    rule: 'participant',
  },
  'going back in a chat': {
    go: ({ store }) => {
      const changes = (['variables', 'answers', 'customers', 'files', 'runtime_log'] as const).map(
        (table) => ({ table, id: 1, before: null }),
      );
      return createEffectStore(store).transact((_write, _link, _isOffered, withdraw) =>
        withdraw(changes, { ...ORIGIN, channel: 'kiosk' }, NOW_MS),
      );
    },
    gone: { variables: 1, answers: 1, customers: 1, files: 1, runtime_log: 1 },
    rule: 'withdrawn',
  },
  'Withdraw consent, which adds a row': {
    go: (test) =>
      chatStores(test, { store: 'consents', row: { consent_id: 'c', action: 'withdrawn' } }),
    gone: {},
  },
  'a value that replaces another, in the same row': {
    go: async (test) => {
      const changes = { uniqueKey: 'email', onConflict: 'replace' } as const;
      await chatStores(test, changes);
      await chatStores(test, { ...changes, row: { name: 'email', value: 'bob@example.com' } });
    },
    gone: {},
  },
};

const idsIn = ({ connection }: TestStore): Map<string, unknown[]> =>
  new Map(
    TABLE_NAMES.map((table) => [
      table,
      connection.prepare(`select id from ${table}`).pluck().all(),
    ]),
  );

/** How many rows of each table are no longer there. */
function lost(before: Map<string, unknown[]>, after: Map<string, unknown[]>) {
  const counts = [...before].map(([table, ids]) => {
    const left = new Set(after.get(table));
    return [table, ids.filter((id) => !left.has(id)).length] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe('a receipt for every deletion', () => {
  it.each(Object.entries(WAYS))('%s', async (_, { go, gone, rule }) => {
    const test = await filled();
    const before = idsIn(test);
    await go(test);
    const receipts = await readReceipts(test.store);
    const told: Record<string, number> = {};
    for (const { details } of receipts) {
      const table = String(details.table);
      told[table] = (told[table] ?? 0) + Number(details.rows);
    }
    expect(lost(before, idsIn(test))).toEqual(gone);
    expect(told).toEqual(gone);
    expect([...new Set(receipts.map(({ details }) => details.rule))]).toEqual(rule ? [rule] : []);
  });

  it('codes.delete, whose codes are in no data table', async () => {
    const { store } = await filled();
    const pool = { id: 'pool', confirmedExperiences: 0 };
    await deletePool(laneContext(store, 'codes.deleted'), pool);
    expect(await readReceipts(store)).toMatchObject([
      { action: 'codes.deleted', details: { pool: 'Summer codes', codes: 3 } },
    ]);
  });

  it('Delete my data, which the audit log sums up as well, by ChatVault and without a name', async () => {
    const test = await filled();
    await chatErases(test, 'person');
    const [entry] = await readAuditPage(test.store, { action: 'person.erased', limit: 5 });
    expect(entry).toMatchObject({ user: 'system' });
    expect(entry?.details).toEqual({ rows: TABLE_NAMES.length, by: 'participant' });
  });

  it('is asked of every operation that says that it deletes', () => {
    const names = Object.keys(channels) as ChannelName[];
    const deleting = names.filter((name) => {
      const operation = operationOn(name);
      return typeof operation === 'object' && operation.deletes;
    });
    expect(deleting.length).toBeGreaterThan(3);
    expect(deleting.filter((name) => !(name in WAYS))).toEqual([]);
  });

  it('cannot be gone around: rows of data tables are deleted in two places only', () => {
    const places = sources('main').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/deleteFrom\(([^)]*)|delete from\s+([\w${]+)/gi)]
        .map((found) => (found[1] ?? found[2] ?? '').replaceAll(/['"`]/g, ''))
        .filter((table) => !/^[a-z_]+$/.test(table) || TABLE_NAMES.some((name) => name === table))
        .map((table) => `${file}: ${table}`),
    );
    expect(places.toSorted()).toEqual([
      'main/vault/retention/deletions.ts: anyTable(table',
      'main/vault/retention/sweep.ts: anyTable(table',
    ]);
  });

  it('says why in both languages, on the page and in the audit log', () => {
    const onPage = [enRetention.receipts.rules, deRetention.receipts.rules];
    for (const rules of [...onPage, enAudit.words.rule, deAudit.words.rule]) {
      expect(Object.keys(rules)).toEqual(expect.arrayContaining([...DELETION_RULES]));
    }
  });
});

/** Code that runs, without its tests. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}
