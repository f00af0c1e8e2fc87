import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { laneContext } from '../../../tests/support/context';
import { filesIn } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import { openTestStore } from '../../../tests/support/store';
import { readAuditPage } from './audit-entries';
import { recordAudit } from './audit-log';
import { exportAudit } from './export-audit';

const user = { name: 'Ann' };

async function exportLog(signal = new AbortController().signal) {
  const { store, folder } = await openTestStore();
  await store.transaction().execute(async (transaction) => {
    await recordAudit(transaction, user, NOW_MS, 'workspace.unlocked');
    await recordAudit(transaction, { name: '=cmd|calc' }, NOW_MS, 'rows.deleted', { rows: 3 });
  });
  const file = join(folder, 'audit.csv');
  const context = laneContext(store, 'audit.exported', { user, file, signal });
  return { store, folder, file, run: () => exportAudit(context, {}) };
}

it('saves every entry as CSV in which nothing is taken for a formula', async () => {
  const { file, run } = await exportLog();
  expect(await run()).toEqual({ entries: 2 });
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trim(), {
    header: true,
  });
  expect(data).toMatchObject([
    { seq: '1', at: '2026-07-15T10:00:00.000Z', user: 'Ann', action: 'workspace.unlocked' },
    { seq: '2', user: "'=cmd|calc", details: '{"rows":3}' },
  ]);
});

it('is itself in the log, with the fingerprint of the file and without its path', async () => {
  const { file, store, run } = await exportLog();
  await run();
  const [newest] = await readAuditPage(store, { limit: 1 });
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(newest).toMatchObject({ action: 'audit.exported', user: 'Ann' });
  expect(newest?.details).toEqual({ entries: 2, sha256 });
});

it('leaves neither file nor entry when it is stopped', async () => {
  const { folder, store, run } = await exportLog(AbortSignal.abort());
  await expect(run()).rejects.toThrow();
  expect(filesIn(folder).filter((file) => file.includes('audit'))).toEqual([]);
  expect(await readAuditPage(store, { limit: 1 })).toMatchObject([{ seq: 2 }]);
});
