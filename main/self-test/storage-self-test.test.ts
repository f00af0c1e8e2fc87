import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledWorker } from '../../tests/support/bundle';
import { unlockedDesks } from '../../tests/support/desk';

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

  it('says what has changed meanwhile', async () => {
    const desk = await unlockedDesk();
    await desk.get('workspace.setStoreData', { storeData: false });
    const file = join(desk.folder, 'workspace/another');
    let at = 0;
    const writing = setInterval(() => writeFileSync(file, String(at++)), 1);
    const report = await desk
      .get('storage.selfTest', { language: 'en' })
      .finally(() => clearInterval(writing));
    expect(report.passed).toBe(false);
    expect(report.files.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([
      'another',
    ]);
  });
});
