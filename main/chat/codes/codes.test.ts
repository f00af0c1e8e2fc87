import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { type UnlockedDesk as Desk, unlockedDesks, until } from '../../../tests/support/desk';
import { chain, node } from '../../../tests/support/graphs';

const unlockedDesk = unlockedDesks(await bundledWorker());

async function choose(desk: Desk, content: string, poolId?: string) {
  const file = join(desk.folder, 'codes.csv');
  writeFileSync(file, content);
  desk.chooseSource.codes = async () => file;
  const answer = await desk.get('codes.choose', poolId ? { poolId } : {});
  if (answer.outcome !== 'chosen') throw new Error(answer.outcome);
  return answer.sample;
}

async function read(desk: Desk, content: string, poolId?: string) {
  const { ticket, layout, columns } = await choose(desk, content, poolId);
  const answer = await desk.get('codes.read', { ticket, layout, columns });
  if (answer.outcome !== 'read') throw new Error(answer.outcome);
  return { ticket, ...answer.preview };
}

async function imported(desk: Desk, content: string, name = 'Summer'): Promise<string> {
  const { ticket } = await read(desk, content);
  return desk.get('codes.import', { ticket, name });
}

const pools = (desk: Desk) => desk.get('codes.pools', undefined);
const actions = async (desk: Desk) =>
  (await desk.get('audit.page', { limit: 20 })).entries.map(({ action, details }) =>
    [action, ...Object.values(details)].join(' '),
  );

describe('codes', () => {
  it('are seen before they are imported, and there only after', async () => {
    const desk = await unlockedDesk();
    const { ticket, ...preview } = await read(desk, 'AAA\nBBB\nAAA\n');
    expect(preview).toMatchObject({ fileName: 'codes.csv', codes: 2, problems: 0, repeats: 1 });
    expect(await pools(desk)).toEqual([]);
    await desk.get('codes.import', { ticket, name: 'Summer' });
    const channels = ['preview', 'kiosk'].map((channel) => ({ channel, issued: 0, entered: 0 }));
    expect(await pools(desk)).toMatchObject([
      { name: 'Summer', size: 2, channels, experiences: [] },
    ]);
    expect((await actions(desk))[0]).toBe('codes.imported Summer 2');
    await expect(desk.get('codes.import', { ticket, name: 'Again' })).rejects.toThrow(
      'codes.ticket_not_found',
    );
  });

  it('are looked at again as their user corrects it, and read anew', async () => {
    const desk = await unlockedDesk();
    const { ticket, layout, columns } = await choose(desk, 'a;x\nAAA,1;7\nBBB,2;7\n');
    expect(layout).toMatchObject({ encoding: 'utf-8', delimiter: ';', sheet: null });
    const again = await desk.get('codes.look', {
      ticket,
      layout: { delimiter: ',', headerLine: 1 },
    });
    expect(again.layout).toMatchObject({ delimiter: ',', headerLine: 1 });
    expect(again.rows[1]?.cells).toEqual(['AAA', '1;7']);
    await desk.get('codes.read', { ticket, layout, columns: { ...columns, code: 1 } });
    const chosen = { ...columns, code: 0 };
    await desk.get('codes.read', { ticket, layout: again.layout, columns: chosen });
    await desk.get('codes.import', { ticket, name: 'Summer' });
    expect(await pools(desk)).toMatchObject([{ size: 2 }]);
    await expect(desk.get('codes.look', { ticket, layout: {} })).rejects.toThrow(
      'codes.ticket_not_found',
    );
  });

  it('are not read before somebody has said which column they are in', async () => {
    const desk = await unlockedDesk();
    const { ticket, layout, columns } = await choose(desk, 'ab-1;xyz-1\nab-2;xyz-2\n');
    expect(columns.code).toBe(null);
    await expect(desk.get('codes.read', { ticket, layout, columns })).rejects.toThrow(
      'codes.no_column',
    );
  });

  it('are added to others, but not twice', async () => {
    const desk = await unlockedDesk();
    const id = await imported(desk, 'AAA\nBBB');
    const { ticket, issues } = await read(desk, 'BBB\nCCC', id);
    expect(issues).toEqual([{ line: 1, problem: 'already_in_pool' }]);
    expect(await desk.get('codes.import', { ticket, name: 'ignored' })).toBe(id);
    expect(await pools(desk)).toMatchObject([{ id, name: 'Summer', size: 3 }]);
  });

  it('that were read and not wanted leave nothing behind', async () => {
    const desk = await unlockedDesk();
    const { ticket } = await read(desk, 'AAA');
    await desk.get('codes.discard', { ticket });
    await expect(desk.get('codes.import', { ticket, name: 'Summer' })).rejects.toThrow(
      'codes.ticket_not_found',
    );
    expect(await pools(desk)).toEqual([]);
  });

  it('can be renamed', async () => {
    const desk = await unlockedDesk();
    const id = await imported(desk, 'AAA');
    await desk.get('codes.rename', { id, name: 'Winter' });
    expect(await pools(desk)).toMatchObject([{ name: 'Winter' }]);
    expect((await actions(desk))[0]).toBe('codes.renamed Summer Winter');
    const gone = { id: 'gone', name: 'X' };
    await expect(desk.get('codes.rename', gone)).rejects.toThrow('codes.pool_not_found');
  });

  it('are deleted only as far as the user knows what uses them', async () => {
    const desk = await unlockedDesk();
    const id = await imported(desk, 'AAA\nBBB');
    const [experience] = await desk.get('experiences.list', undefined);
    const draft = chain(node('coupon', 'coupon_code', { pool: id }));
    const save = { id: experience?.id ?? '', draft, revision: 1 };
    await desk.get('experiences.saveDraft', save);
    expect(await pools(desk)).toMatchObject([{ experiences: ['Hello World'] }]);
    const unaware = desk.get('codes.delete', { id, confirmedExperiences: 0 });
    await expect(unaware).rejects.toThrow('codes.in_use');
    await desk.get('codes.delete', { id, confirmedExperiences: 1 });
    expect(await pools(desk)).toEqual([]);
    expect((await actions(desk))[0]).toBe('codes.deleted Summer 2');
    const again = desk.get('codes.delete', { id, confirmedExperiences: 1 });
    await expect(again).rejects.toThrow('codes.pool_not_found');
  });

  it('are read one file at a time, and no further once that is cancelled', async () => {
    const desk = await unlockedDesk();
    const many = Array.from({ length: 300_000 }, (_, index) => `CODE-${index}`).join('\n');
    const chosen = await choose(desk, many);
    const reading = desk.get('codes.read', chosen);
    await until(() => desk.events.some(({ name }) => name === 'codes.progress'));
    await expect(desk.get('codes.read', chosen)).rejects.toThrow('codes.busy');
    await desk.get('codes.cancel', undefined);
    expect(await reading).toEqual({ outcome: 'cancelled' });
    expect(await pools(desk)).toEqual([]);
  });

  it('are not read when the dialog is dismissed, nor into a pool that is gone', async () => {
    const desk = await unlockedDesk();
    expect(await desk.get('codes.choose', {})).toEqual({ outcome: 'dismissed' });
    const gone = desk.get('codes.choose', { poolId: 'gone' });
    await expect(gone).rejects.toThrow('codes.pool_not_found');
  });
});
