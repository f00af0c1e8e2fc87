import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportTable } from '../../main/export/export-table';
import { sweepExpired } from '../../main/retention/sweep';
import { openConnection } from '../../main/store/connection';
import { bundle } from '../support/bundle';
import { until } from '../support/desk';
import { filesIn, temporaryFolder } from '../support/folder';
import { NOW_MS } from '../support/now';
import {
  countRows,
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../support/store';
import { createWorkspace, workspaceIn } from '../support/workspace';

const script = await bundle('tests/fault/victim.ts');
const table = 'participations' as const;

interface Victim {
  readonly lines: string[];
  readonly process: ChildProcess;
  kill(): Promise<void>;
}

function start(work: string, folder: string, key = ''): Victim {
  const child = spawn(process.execPath, [script, work, folder, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const closed = once(child, 'close');
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await Promise.all([exited, closed]);
  };
  onTestFinished(kill);
  return { lines, process: child, kill };
}

/** Kills the work on the test's database as soon as `isBegun`; whoever waits too long fails. */
async function killed(
  test: TestStore,
  work: string,
  isBegun: (victim: Victim) => boolean,
): Promise<Victim> {
  const victim = start(work, test.folder, test.key.toString('hex'));
  await until(() => isBegun(victim) || victim.process.exitCode !== null);
  await victim.kill();
  return victim;
}

/** What the next start of the application finds. */
function reopened({ file, key }: TestStore) {
  const connection = openConnection({ file, key });
  onTestFinished(() => void connection.close());
  expect(connection.pragma('quick_check', { simple: true })).toBe('ok');
  return { connection };
}

async function storeOf(rows: number, expires_at: number): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(
    test,
    table,
    Array.from({ length: rows }, (_, index) =>
      participation({ expires_at, city: `${index}`.repeat(40) }),
    ),
  );
  test.connection.pragma('wal_checkpoint(truncate)');
  return test;
}

const isLogGrowing = (test: TestStore) => () => statSync(`${test.file}-wal`).size > 0;

describe('kill -9', () => {
  it('in the middle of chats loses nothing that was acknowledged, and keeps no half of a turn', async () => {
    const test = await openTestStore();
    const { lines } = await killed(test, 'chat', (victim) => victim.lines.length >= 20);
    const { connection } = reopened(test);
    const stored = connection.prepare(`select email from ${table} order by id`).pluck().all();
    expect(stored.slice(0, lines.length)).toEqual(lines);
    expect(stored.length - lines.length).toBeLessThanOrEqual(1);
    const written = connection.prepare(
      `select count(*) from runtime_log where event = 'participated'`,
    );
    expect(written.pluck().get()).toBe(stored.length);
  });

  it('in the middle of a sweep loses no live row, and the next sweep does the rest', async () => {
    const test = await storeOf(10_000, NOW_MS);
    insertRows(test, table, [participation({ email: 'alive@example.com' })]);
    test.connection.pragma('wal_checkpoint(truncate)');
    await killed(test, 'sweep', isLogGrowing(test));
    const { connection } = reopened(test);
    const alive = `select count(*) from ${table} where email = 'alive@example.com'`;
    expect(connection.prepare(alive).pluck().get()).toBe(1);
    await sweepExpired(openAgain(test), NOW_MS, new AbortController().signal);
    expect(countRows({ connection }, table)).toBe(1);
    expect(statSync(`${test.file}-wal`).size).toBe(0);
  });

  it('in the middle of deleting all keeps all or nothing', async () => {
    const test = await storeOf(10_000, NOW_MS + 1);
    const { lines } = await killed(test, 'deleteAll', isLogGrowing(test));
    const left = countRows(reopened(test), table);
    expect(lines.includes('done') ? [0] : [0, 10_000]).toContain(left);
  });

  it('in the middle of an export leaves the old file as it was, and the next export works', async () => {
    const test = await storeOf(10_000, NOW_MS + 1);
    const file = join(test.folder, 'export.zip');
    writeFileSync(file, 'last week');
    const { lines } = await killed(test, 'export', () =>
      filesIn(test.folder).some(
        (name) => name.endsWith('.part') && statSync(join(test.folder, name)).size > 0,
      ),
    );
    if (!lines.includes('done')) expect(readFileSync(file, 'utf8')).toBe('last week');
    const exported = await exportTable(openAgain(test), {
      table,
      nowMs: NOW_MS,
      file,
      password: 'correct horse battery staple',
      signal: new AbortController().signal,
      report: () => undefined,
    });
    expect(exported.rows).toBe(10_000);
  });

  it('in the middle of making a workspace leaves none, and the next try makes one', async () => {
    const folder = temporaryFolder();
    const victim = start('create', folder);
    await until(() => existsSync(join(folder, 'workspace.part/vault.db')));
    await victim.kill();
    expect(await workspaceIn(folder).inspect()).toBeNull();
    await createWorkspace(folder);
    expect(filesIn(folder)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });
});
