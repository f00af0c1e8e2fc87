import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TableName } from '../../preload/contract';
import { bundledWorker } from '../../tests/support/bundle';
import { saveLesson, takePart, unlockedDesks } from '../../tests/support/desk';

const unlockedDesk = unlockedDesks(await bundledWorker());

describe('the self-test of storing', () => {
  it('has nothing to prove while data is stored', async () => {
    const desk = await unlockedDesk();
    const answer = await desk.call('storage.selfTest', { language: 'en' });
    expect(answer).toMatchObject({ error: { code: 'storage.is_switched_on' } });
  });

  it.each(['en', 'de'] as const)('shows in %s that nothing has changed', async (language) => {
    const desk = await unlockedDesk();
    await desk.get('workspace.setStoreData', { storeData: false });
    const report = await desk.get('storage.selfTest', { language });
    expect(report).toMatchObject({ passed: true, conversations: 5 });
    expect(report.answers).toBeGreaterThan(20);
    const names = report.files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['vault.db', 'vault.db-wal', 'workspace.json']));
    for (const { sha256, changed } of report.files) {
      expect([sha256, changed]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), false]);
    }
    const withheld = report.tables.filter(({ withheld }) => withheld > 0);
    expect(withheld.map(({ table }) => table).toSorted()).toEqual([
      'answers',
      'consents',
      'customers',
      'loyalty',
      'participations',
      'runtime_log',
      'variables',
    ]);
    const [entry] = (await desk.get('audit.page', { limit: 1 })).entries;
    expect(entry).toMatchObject({ action: 'storage.self_tested', details: { passed: true } });
    expect(desk.opened).toEqual([]);
  });

  const switchedOff = async (rule: { moduleId: string | null; table: TableName | null }) => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    await takePart(desk, 'ann@example.com');
    const stored = await desk.get('data.tables', undefined);
    await desk.get('retention.setRule', {
      rule: { ...rule, enabled: false, days: null },
      confirmedRows: 0,
    });
    const report = await desk.get('storage.selfTest', { language: 'en' });
    expect(await desk.get('data.tables', undefined)).toEqual(stored);
    expect(report.files.filter(({ changed }) => changed)).toEqual([]);
    const written = report.tables.flatMap(({ table, withheld }) => (withheld > 0 ? table : []));
    return { report, written };
  };

  it('proves a table that is switched off, and stores nothing elsewhere meanwhile', async () => {
    const { report, written } = await switchedOff({ moduleId: null, table: 'runtime_log' });
    expect(report.passed).toBe(true);
    expect(written).toEqual(['runtime_log']);
    const where = { table: 'runtime_log', module: null, experienceName: null };
    expect(report.switches).toEqual([{ ...where, withheld: expect.any(Number) }]);
    expect(report.switches[0]?.withheld).toBeGreaterThan(0);
  });

  it('proves a module that is switched off, by its own experience', async () => {
    const { report, written } = await switchedOff({ moduleId: 'giveaway', table: null });
    expect(report.passed).toBe(true);
    expect(written).toEqual(['participations', 'variables', 'runtime_log']);
    expect(report.switches).toMatchObject([
      { table: null, module: 'Giveaway', experienceName: 'Hello World' },
    ]);
  });

  it('proves what one module writes to one table', async () => {
    const { report, written } = await switchedOff({ moduleId: 'email', table: 'customers' });
    expect(report.passed).toBe(true);
    expect(written).toEqual(['customers']);
  });

  it('does not say that it has proven what no conversation comes to', async () => {
    const { report } = await switchedOff({ moduleId: null, table: 'winners' });
    expect(report).toMatchObject({ passed: false, switches: [{ table: 'winners', withheld: 0 }] });
  });

  it('says what has changed meanwhile', async () => {
    const desk = await unlockedDesk();
    await desk.get('workspace.setStoreData', { storeData: false });
    const file = join(desk.folder, 'workspace/another');
    // It only grows: a file that is written anew is empty for a moment, in which both looks may fall.
    const writing = setInterval(() => appendFileSync(file, '.'), 1);
    const report = await desk
      .get('storage.selfTest', { language: 'en' })
      .finally(() => clearInterval(writing));
    expect(report.passed).toBe(false);
    expect(report.files.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([
      'another',
    ]);
  });
});
