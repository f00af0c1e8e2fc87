import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TableName } from '../../../preload/contract';
import { saveAnswer } from '../../../tests/support/answers';
import { extractWith7Zip } from '../../../tests/support/archive';
import { laneContext } from '../../../tests/support/context';
import { entryOf, selectionOf } from '../../../tests/support/exports';
import { temporaryFolder } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { filesWith } from '../../../tests/support/pages-on-disk';
import {
  countRows,
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { openConnection } from '../../foundation/store/connection';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { allTables } from '../../foundation/store/tables';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { recordAudit } from '../../vault/audit/audit-log';
import { verifyAudit } from '../../vault/audit/verify-audit';
import { insertErasures } from '../../vault/retention/erasures';
import { approveHold, endHold, requestHold } from '../../vault/retention/holds';
import { scrub } from '../../vault/retention/scrub';
import { sweepExpired } from '../../vault/retention/sweep';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import type { ReportedProgress } from '../export/progress';
import { composeAnswer, exportPerson } from './answer';
import { findCertificate, listCertificates } from './certificate';
import { certificatePage } from './certificate-page';
import { eraseOnRequest, previewErasure } from './erasure';
import { readTimeline, suggestPeople, summarisePerson } from './person';

const ANN = 'ann@example.com';
const BOB = 'bob@example.com';
const user = { name: 'Stella' };
const CREATED = NOW_MS - DAY_MS;

/** Values of declared columns that are personal, or that a test looks for. */
function rowOf(table: TableName, email: string | null, at = CREATED) {
  const columns = allTables.find(({ name }) => name === table)?.columns ?? {};
  const personal = Object.entries(columns)
    .filter(([, column]) => column.personal && column.kind === 'text')
    .map(([name]) => [name, name === 'email' ? email : `${name} of ${email}`]);
  const activity = table === 'customers' ? { last_active_at: at } : {};
  return {
    ...Object.fromEntries(personal),
    ...activity,
    created_at: at,
    expires_at: NOW_MS + 60 * DAY_MS,
    module_id: 'module-1',
    experience_id: 'experience-1',
    experience_name: 'Hello World',
    session_id: `session of ${email}`,
    channel: 'kiosk',
    email_key: email,
  };
}

/** Two people with a row in every table, and a row of Ann's conversation that carries no address. */
async function withPeople(): Promise<TestStore> {
  const test = await openTestStore();
  for (const [index, { name }] of allTables.entries()) {
    insertRows(test, name, [rowOf(name, ANN, CREATED + index), rowOf(name, BOB, CREATED + index)]);
  }
  test.connection
    .prepare(`update files set content = ? where email_key = ?`)
    .run(Buffer.from('ANN-UPLOAD'), ANN);
  test.connection
    .prepare(`update files set file_name = 'cv of Ann.pdf' where email_key = ?`)
    .run(ANN);
  test.connection.exec(
    `update winners set notified_on = '2026-07-14', notified_by = 'Stella Staff'`,
  );
  const nameless = { ...rowOf('runtime_log', null), session_id: `session of ${ANN}` };
  insertRows(test, 'runtime_log', [nameless, { ...nameless, session_id: 'somebody else' }]);
  return test;
}

const rowsOf = ({ connection }: TestStore, key: string): number =>
  allTables.reduce(
    (sum, { name }) =>
      sum +
      (connection
        .prepare(`select count(*) from ${name} where email_key = ? or session_id = ?`)
        .pluck()
        .get(key, `session of ${key}`) as number),
    0,
  );

async function hold(test: TestStore, approved: boolean, kind: 'person' | 'giveaway' = 'person') {
  const subject =
    kind === 'person'
      ? ({ kind, email: 'Ann@Example.com' } as const)
      : ({ kind, giveawayId: 'summer', name: 'Summer raffle' } as const);
  const request = { subject, reason: 'Lawsuit', untilMs: NOW_MS + DAY_MS };
  await requestHold(test.store, { id: 'u1', name: 'Stella' }, request, NOW_MS);
  const id = test.connection.prepare('select id from legal_holds').pluck().get() as string;
  if (approved) await approveHold(test.store, { id: 'u2', name: 'Amir' }, id, NOW_MS);
}

describe('a person', () => {
  it('is found whatever the letter case, with all tables, and nobody else is', async () => {
    const test = await withPeople();
    const { email, tables, firstAt, hold } = await summarisePerson(
      test.store,
      ' ANN@example.COM ',
      NOW_MS,
    );
    expect({ email, firstAt, hold }).toEqual({ email: ANN, firstAt: CREATED, hold: null });
    expect(tables.map(({ table, rows }) => [table, rows])).toEqual(
      allTables.map(({ name }) => [name, name === 'runtime_log' ? 2 : 1]),
    );
    expect((await summarisePerson(test.store, 'ann@example.co', NOW_MS)).tables).toEqual([]);
  });

  it('is suggested by the beginning of the address, once, and not when all has expired', async () => {
    const test = await withPeople();
    insertRows(test, 'participations', [
      participation({ email_key: 'anna@example.com' }),
      participation({ email_key: 'ancient@example.com', expires_at: NOW_MS }),
    ]);
    const suggest = (prefix: string, limit = 8) =>
      suggestPeople(test.store, { prefix, limit, nowMs: NOW_MS });
    expect(await suggest('AN')).toEqual([ANN, 'anna@example.com']);
    expect(await suggest('an', 1)).toEqual([ANN]);
    expect(await suggest('nn@')).toEqual([]);
  });

  it('has a timeline over all tables, newest first, page by page without gaps', async () => {
    const test = await withPeople();
    insertRows(
      test,
      'variables',
      Array.from({ length: 7 }, () => rowOf('variables', ANN, CREATED + 3)),
    );
    const whole = await readTimeline(test.store, { email: ANN, limit: 100 }, NOW_MS);
    const keys = (entries: typeof whole.entries) =>
      entries.map(({ tableName, row }) => `${tableName} ${row.id}`);
    const times = whole.entries.map(({ row }) => Number(row.cells.created_at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(whole.next).toBeUndefined();
    expect(whole.entries).toHaveLength(allTables.length + 1 + 7);
    const paged: typeof whole.entries = [];
    let after: typeof whole.next;
    do {
      const request = { email: ANN, limit: 3, ...(after && { after }) };
      const page = await readTimeline(test.store, request, NOW_MS);
      paged.push(...page.entries);
      after = page.next;
    } while (after);
    expect(keys(paged)).toEqual(keys(whole.entries));
  });

  it('shows no row that has expired, and says what a legal hold keeps', async () => {
    const test = await withPeople();
    test.connection.exec(`update participations set expires_at = ${NOW_MS}`);
    test.connection.exec(`update winners set giveaway_id = 'summer'`);
    await hold(test, true, 'giveaway');
    const { entries } = await readTimeline(test.store, { email: ANN, limit: 100 }, NOW_MS);
    expect(entries.some(({ tableName }) => tableName === 'participations')).toBe(false);
    expect(entries.filter(({ isHeld }) => isHeld).map(({ tableName }) => tableName)).toEqual([
      'winners',
    ]);
    const { tables } = await summarisePerson(test.store, ANN, NOW_MS);
    expect(tables.filter(({ held }) => held > 0).map(({ table }) => table)).toEqual(['winners']);
  });
});

/** Of Ann, a winner whose time is over: only a hold on the giveaway keeps the row. */
async function withKeptWinner(): Promise<TestStore> {
  const test = await withPeople();
  for (const { name } of allTables)
    test.connection.exec(`update ${name} set expires_at = ${NOW_MS}`);
  test.connection.exec(`update winners set giveaway_id = 'summer' where email_key = '${ANN}'`);
  await hold(test, true, 'giveaway');
  return test;
}

it('what only a legal hold keeps is counted as stored, and shown nowhere', async () => {
  const test = await withKeptWinner();
  const { tables } = await summarisePerson(test.store, ANN, NOW_MS);
  expect(tables).toEqual([
    { table: 'winners', rows: 1, held: 1, heldPast: 1, nextExpiry: null, lastExpiry: null },
  ]);
  const { entries } = await readTimeline(test.store, { email: ANN, limit: 100 }, NOW_MS);
  expect(entries).toEqual([]);
  expect((await summarisePerson(test.store, BOB, NOW_MS)).tables).toEqual([]);
  expect((await summarisePerson(test.store, ANN, NOW_MS + DAY_MS)).tables).toEqual([]);
});

const accessRequest = (file: string, password: string, language: 'en' | 'de' = 'en') =>
  ({
    subject: { email: ' ANN@example.com' },
    selection: selectionOf({
      tables: allTables.map(({ name }) => name),
      filter: { search: ANN },
      language,
    }),
    ...({ entry: entryOf(), permit: 'access', trustedMs: NOW_MS, format: 'zip' } as const),
    ...{ file, password },
  }) as const;

describe('an access request', () => {
  async function answered(language: 'en' | 'de' = 'en', people = withPeople()) {
    const test = await people;
    const file = join(temporaryFolder(), 'person.zip');
    const password = oneTimePassword();
    const request = accessRequest(file, password, language);
    const exported = await saveAnswer(laneContext(openAgain(test)), request);
    return { test, exported, file, read: (name: string) => extractWith7Zip(file, password, name) };
  }

  it('holds every table, the upload and JSON of this person, and nothing of others', async () => {
    const { read, exported } = await answered();
    expect(exported.rows).toBe(allTables.length + 1);
    const json = JSON.parse(read('data.json'));
    expect(json.email).toBe(ANN);
    for (const { name } of allTables) {
      const csv = read(`${name}.csv`).trimEnd().split('\r\n');
      expect(csv).toHaveLength(name === 'runtime_log' ? 3 : 2);
      expect(json.tables[name]).toHaveLength(csv.length - 1);
    }
    expect(json.tables.participations[0]).toMatchObject({
      email: ANN,
      lastname: `lastname of ${ANN}`,
      created_at: new Date(CREATED + 1).toISOString(),
    });
    expect(read('upload-1.pdf')).toBe('ANN-UPLOAD');
    expect(read('')).not.toContain(BOB);
  });

  it.each([
    ['en', 'answer.pdf', 'What is stored about you'],
    ['de', 'auskunft.pdf', 'Was über Sie gespeichert ist'],
  ] as const)('says in %s what is stored, why and until when', async (language, name, title) => {
    const { read } = await answered(language);
    const page = read(name);
    expect(page).toContain(`<h1>${title}</h1>`);
    for (const text of [ANN, 'Hello World', 'cv of Ann.pdf', 'upload-1.pdf', '2026', '{{']) {
      expect(page.includes(text)).toBe(text !== '{{');
    }
  });

  it('holds what only a legal hold keeps, and says so of it', async () => {
    const { read, exported } = await answered('en', withKeptWinner());
    expect(exported.rows).toBe(1);
    expect(read('winners.csv')).toContain(`lastname of ${ANN}`);
    expect(JSON.parse(read('data.json')).tables).toMatchObject({
      winners: [{ lastname: `lastname of ${ANN}`, kept_by_legal_hold: true }],
    });
    const page = read('answer.pdf');
    expect(page).toContain('Kept by a legal hold, past the given time if need be: 1');
    // Once of the table in the overview, and once of the entry.
    expect(page.split('kept longer by a legal hold')).toHaveLength(3);
  });

  it('names no user who has entered something, and does not explain such columns', async () => {
    const { read } = await answered();
    expect(read('winners.csv')).toContain('notified_on');
    expect(read('')).not.toMatch(/Stella Staff|notified_by/);
  });

  it('is in the register and in the audit log, which do not say whose it is', async () => {
    const { test, file, exported } = await answered();
    const stored = JSON.stringify(test.connection.prepare('select * from exports').all());
    expect(stored).toContain('Send the prizes');
    expect(stored).not.toContain('ann@');
    expect(exported.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
    const [newest] = await readAuditPage(test.store, { limit: 1 });
    expect(newest?.action).toBe('export.saved');
    expect(JSON.stringify(newest)).not.toContain('ann@');
  });
});

it('an answer whose page no longer says what is stored is not saved', async () => {
  const test = await withPeople();
  const context = laneContext<ReportedProgress>(openAgain(test));
  const asked = { subject: { email: ANN }, answerLanguage: 'en' } as const;
  const { html, digest } = await composeAnswer(context, asked);
  await eraseOnRequest(laneContext(openAgain(test)), { email: ANN });
  const folder = temporaryFolder();
  const saving = exportPerson(context, {
    ...{ ...asked, printed: Buffer.from(html), digest, format: 'zip', permit: 'access' },
    ...{ selection: selectionOf(), entry: entryOf(), trustedMs: NOW_MS },
    ...{ file: join(folder, 'person.zip'), password: oneTimePassword() },
  });
  await expect(saving).rejects.toMatchObject({ code: 'export.changed_meanwhile' });
  expect(readdirSync(folder)).toEqual([]);
});

describe('an erasure on request', () => {
  const erase = (test: TestStore, email = ANN) =>
    eraseOnRequest(laneContext(openAgain(test), undefined, { user }), { email });

  it('takes what its preview said from every table, and leaves others alone', async () => {
    const test = await withPeople();
    const preview = await previewErasure(test.store, { email: ANN }, NOW_MS);
    expect(preview.tables).toHaveLength(allTables.length);
    const seq = await erase(test, 'Ann@Example.com');
    expect(rowsOf(test, ANN)).toBe(0);
    expect(rowsOf(test, BOB)).toBe(allTables.length);
    expect(countRows(test, 'runtime_log')).toBe(2);
    const certificate = await findCertificate(test.store, seq);
    expect(certificate.tables).toEqual(preview.tables);
    expect(await listCertificates(test.store)).toEqual([certificate]);
  });

  it('leaves no trace on the disk, the search index included', async () => {
    const test = await openTestStore();
    const unique = 'ѫѯѱѳѵ';
    for (const { name } of allTables) {
      const others = Array.from({ length: 300 }, (_, index) =>
        rowOf(name, `p${index}@example.com`),
      );
      insertRows(test, name, [...others, rowOf(name, `${unique}@example.com`), ...others.slice(9)]);
    }
    await refreshSearchIndex(test.store);
    expect(filesWith(test.file, test.key, unique)).not.toEqual([]);
    await erase(test, `${unique}@example.com`);
    expect(filesWith(test.file, test.key, unique)).not.toEqual([]);
    await scrub(openAgain(test), NOW_MS);
    expect(filesWith(test.file, test.key, unique)).toEqual([]);
  });

  it('is certified by the audit log without personal data, and the chain stays intact', async () => {
    const test = await withPeople();
    const certificate = await findCertificate(test.store, await erase(test));
    expect(certificate).toMatchObject({ at: NOW_MS, user: 'Stella' });
    expect(certificate.reference).toMatch(/^E-\d{8}-[0-9A-F]{8}$/);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true, head: certificate.hash });
    const kept = test.connection.prepare('select * from audit_log').all();
    for (const language of ['en', 'de'] as const) {
      const page = certificatePage(certificate, { language, timeZone: 'Europe/Berlin' });
      for (const text of [certificate.reference, certificate.hash, 'Stella', '2026']) {
        expect(page).toContain(text);
      }
      expect(`${page}${JSON.stringify(kept)}`).not.toMatch(/ann@|{{/);
    }
    await expect(findCertificate(test.store, certificate.seq + 1)).rejects.toThrow(
      'person.certificate_not_found',
    );
  });

  it('forgets a hold about the person that is over, as it names them', async () => {
    const test = await withPeople();
    await hold(test, true);
    const later = { user, nowMs: NOW_MS + DAY_MS };
    expect(await previewErasure(test.store, { email: ANN }, later.nowMs - 1)).toMatchObject({
      hold: 'in_force',
    });
    expect(await previewErasure(test.store, { email: ANN }, later.nowMs)).toMatchObject({
      hold: null,
    });
    await eraseOnRequest(laneContext(openAgain(test), undefined, later), { email: ANN });
    expect(test.connection.prepare('select count(*) from legal_holds').pluck().get()).toBe(0);
    expect(rowsOf(test, ANN)).toBe(0);
  });

  it('speaks of a legal hold only where one keeps rows, in the certificate and in the log', async () => {
    const test = await withPeople();
    const certified = async (email: string) => {
      const certificate = await findCertificate(test.store, await erase(test, email));
      const pages = (['en', 'de'] as const).map((language) =>
        certificatePage(certificate, { language, timeZone: 'Europe/Berlin' }),
      );
      const [entry] = await readAuditPage(test.store, { before: certificate.seq + 1, limit: 1 });
      return { page: pages.join(), details: entry?.details };
    };
    const free = await certified(BOB);
    // What would become of a restored backup is another matter.
    expect(
      free.page.replace(/but for what a legal hold keeps|, ausgenommen[^.]*/g, ''),
    ).not.toMatch(/hold|[Ss]perre/);
    expect(free.details).not.toHaveProperty('held');
    await hold(test, true, 'giveaway');
    test.connection.exec(`update winners set giveaway_id = 'summer'`);
    const kept = await certified(ANN);
    expect(kept.page).toContain(
      'Entries that stay until the legal hold ends (Art. 17 (3) GDPR): 1',
    );
    expect(kept.page).toContain('Entries kept by a legal hold');
    expect(kept.details).toMatchObject({ held: 1, 'held.winners': 1 });
  });

  it('is certified to have left no traces only once they are removed', async () => {
    const test = await withPeople();
    const seq = await erase(test);
    const certificate = () => findCertificate(test.store, seq);
    const page = async () =>
      certificatePage(await certificate(), { language: 'en', timeZone: 'Europe/Berlin' });
    expect(await certificate()).toMatchObject({ tracesRemovedAt: null });
    expect(await page()).toContain('Not yet');
    // The log cannot be emptied while somebody reads from it.
    const reader = openConnection({ file: test.file, key: test.key });
    reader.exec('begin; select count(*) from customers');
    const scrubbing = scrub(openAgain(test), NOW_MS);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(await certificate()).toMatchObject({ tracesRemovedAt: null });
    reader.close();
    await scrubbing;
    const { tracesRemovedAt } = await certificate();
    expect(tracesRemovedAt).toBeGreaterThanOrEqual(NOW_MS);
    expect(await page()).not.toContain('Not yet');
    expect(await listCertificates(test.store)).toEqual([await certificate()]);
    // Another erasure waits for its own removal, and takes nothing from the first.
    const next = await erase(test, BOB);
    expect(await findCertificate(test.store, next)).toMatchObject({ tracesRemovedAt: null });
    await scrub(openAgain(test), NOW_MS + DAY_MS);
    expect((await certificate()).tracesRemovedAt).toBe(tracesRemovedAt);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true });
  });

  it('keeps what a hold on a giveaway keeps, and says so', async () => {
    const test = await withPeople();
    test.connection.exec(`update winners set giveaway_id = 'summer'`);
    await hold(test, true, 'giveaway');
    const { tables } = await findCertificate(test.store, await erase(test));
    expect(tables.find(({ table }) => table === 'winners')).toMatchObject({ erased: 0, held: 1 });
    expect(rowsOf(test, ANN)).toBe(1);
    const { entries } = await readTimeline(test.store, { email: ANN, limit: 9 }, NOW_MS);
    expect(entries).toEqual([]);
  });

  it.each(['when its day is over', 'when a user ends it'])(
    'takes what a hold has kept with the first sweep after that, %s, with its traces',
    async (how) => {
      const test = await withPeople();
      test.connection.exec(`update winners set giveaway_id = 'summer', lastname = 'Mac' || id`);
      await hold(test, true, 'giveaway');
      await erase(test);
      await sweepExpired(openAgain(test), { nowMs: NOW_MS + 1 });
      expect(rowsOf(test, ANN)).toBe(1);
      const id = test.connection.prepare('select id from legal_holds').pluck().get() as string;
      if (how.includes('user')) await endHold(test.store, { id: 'u1', name: 'Stella' }, id, NOW_MS);
      const nowMs = how.includes('user') ? NOW_MS + 2 : NOW_MS + DAY_MS;
      const { removed } = await sweepExpired(openAgain(test), { nowMs });
      expect(removed).toEqual({ winners: 1 });
      expect(rowsOf(test, ANN)).toBe(0);
      expect(rowsOf(test, BOB)).toBe(allTables.length);
      expect(filesWith(test.file, test.key, ANN)).toEqual([]);
    },
  );

  it('that a hold has held up counts each of its rows once for the totals', async () => {
    const test = await withPeople();
    test.connection.exec(`update winners set giveaway_id = 'summer'`);
    await hold(test, true, 'giveaway');
    await erase(test);
    await sweepExpired(openAgain(test), { nowMs: NOW_MS + DAY_MS });
    const counted = test.connection
      .prepare('select table_name, sum(rows) as rows from daily_totals group by table_name')
      .all();
    expect(counted).toContainEqual({ table_name: 'winners', rows: 1 });
  });

  it.each([
    [true, 'person.held'],
    [false, 'person.hold_requested'],
  ])('does nothing while a hold about the person is approved: %s', async (approved, code) => {
    const test = await withPeople();
    await hold(test, approved);
    const before = rowsOf(test, ANN);
    await expect(erase(test)).rejects.toThrow(code);
    expect(rowsOf(test, ANN)).toBe(before);
    const { tables } = await previewErasure(test.store, { email: ANN }, NOW_MS);
    expect(tables.every(({ erased }) => erased === 0)).toBe(approved);
  });

  it('happens in all tables or in none', async () => {
    const test = await withPeople();
    test.connection.exec(`create trigger deny before delete on winners
      begin select raise(abort, 'denied'); end`);
    const before = rowsOf(test, ANN);
    await expect(erase(test)).rejects.toThrow('denied');
    expect(rowsOf(test, ANN)).toBe(before);
    expect(await listCertificates(test.store)).toEqual([]);
  });

  it('of somebody of whom nothing is stored is refused', async () => {
    const test = await withPeople();
    await expect(erase(test, 'nobody@example.com')).rejects.toThrow('person.not_found');
  });

  it('tells which saved exports and how many backups may still have the person', async () => {
    const test = await withPeople();
    const save = (id: string, level: 'full' | 'no_identifiers', savedAt: number) =>
      test.connection
        .prepare(
          `insert into exports (id, state, selection, purpose, rows, requested_by,
           requested_by_name, requested_at, saved_at, file, delete_by, expires_at)
           values (?, 'saved', ?, 'why', 1, 'u1', 'Stella', ?, ?, '/tmp/a.zip', ?, ?)`,
        )
        .run(id, JSON.stringify(selectionOf({ level })), savedAt, savedAt, savedAt, NOW_MS + 1);
    save('later', 'full', NOW_MS);
    save('before', 'full', CREATED - 1);
    save('nameless', 'no_identifiers', NOW_MS);
    save('deleted', 'full', NOW_MS);
    test.connection.exec(`delete from winners where email_key = '${ANN}'`);
    save('elsewhere', 'full', NOW_MS);
    test.connection
      .prepare(`update exports set selection = ? where id = 'elsewhere'`)
      .run(JSON.stringify(selectionOf({ tables: ['winners'] })));
    test.connection.prepare(`update exports set deleted_at = ? where id = 'deleted'`).run(NOW_MS);
    await test.store.transaction().execute(async (transaction) => {
      await recordAudit(transaction, user, CREATED - 1, 'workspace.backed_up');
      await recordAudit(transaction, user, CREATED, 'workspace.backed_up');
    });
    const { exports, backups } = await previewErasure(test.store, { email: ANN }, NOW_MS);
    expect(exports.map(({ id }) => id)).toEqual(['later']);
    expect(backups).toBe(1);
  });

  it('tells of the answer to a person, unless that was somebody else', async () => {
    const test = await withPeople();
    const file = join(temporaryFolder(), 'person.zip');
    const request = accessRequest(file, oneTimePassword());
    await saveAnswer(laneContext(openAgain(test)), request);
    const named = async (email: string) =>
      (await previewErasure(test.store, { email }, NOW_MS)).exports.map(({ isAccess }) => isAccess);
    expect(await named(ANN)).toEqual([true]);
    expect(await named(BOB)).toEqual([]);
    await erase(test, BOB);
    expect(await named(ANN)).toEqual([true]);
    await erase(test);
    expect(test.connection.prepare('select person from exports').all()).toEqual([{ person: null }]);
  });

  it('no longer knows whose an answer was, once a restored backup hears of their erasure', async () => {
    const test = await withPeople();
    const request = accessRequest(join(temporaryFolder(), 'person.zip'), oneTimePassword());
    await saveAnswer(laneContext(openAgain(test)), request);
    const whose = test.connection.prepare('select person from exports').pluck();
    const person = String(whose.get());
    const heard = { channel: '', erased_at: NOW_MS, until_ms: NOW_MS + DAY_MS } as const;
    await insertErasures(test.store, [{ ...heard, person: 'somebody else' }]);
    expect(whose.get()).toBe(person);
    await insertErasures(test.store, [{ ...heard, person }]);
    expect(whose.get()).toBeNull();
  });
});
