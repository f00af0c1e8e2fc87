import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCESS_OBLIGATIONS, OBLIGATIONS } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { calledBy, preparationOf } from '../../../tests/support/exports';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { participation } from '../../../tests/support/store';
import { decideRelease } from './release';

const unlockedDesk = unlockedDesks(await bundledWorker());
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;
const accepted = [...OBLIGATIONS];

/** A desk with three participations; each file gets a name of its own. */
async function exportsOf() {
  const desk = await unlockedDesk();
  const { store } = await desk.workspace.ready();
  for (let row = 0; row < 3; row++) {
    const values = participation({ channel: 'kiosk', expires_at: NOW_MS + 400 * DAY_MS });
    await store
      .insertInto('participations')
      .values(values as never)
      .execute();
  }
  const folder = temporaryFolder();
  let files = 0;
  const dialog = { meanwhile: async (): Promise<unknown> => undefined, name: '' };
  desk.chooseFile = async () => {
    await dialog.meanwhile();
    return join(folder, dialog.name || `${++files}.zip`);
  };
  return {
    ...{ desk, store, folder, dialog },
    prepare: async (purpose = 'Send the prizes') =>
      (await desk.get('exports.prepare', { ...preparationOf(), purpose })).ticket,
    save: (ticket: string) => desk.get('exports.save', { ticket }),
    limit: (releaseAboveRows: number) => desk.get('exports.setSettings', { releaseAboveRows }),
    /** Asks, and another user releases. */
    release: async () => {
      const { selection, purpose } = preparationOf();
      const [request] = await desk.get('exports.requestRelease', { selection, purpose });
      const id = request?.id ?? '';
      await decideRelease(calledBy(bob, store), { id, isReleased: true });
      return id;
    },
    prepareReleased: async (id: string) =>
      (await desk.get('exports.prepareReleased', { id, language: 'en', accepted })).ticket,
    withdraw: (id: string) => desk.get('exports.withdraw', { id }),
    list: () => desk.get('exports.list', undefined),
    answer: (purpose: string) =>
      desk.get('privacy.prepareAccess', {
        ...{ email: 'ann@example.com', language: 'en', answerLanguage: 'en', format: 'zip' },
        ...{ purpose, accepted: [...ACCESS_OBLIGATIONS] },
      }),
  };
}

describe('the tickets of a release', () => {
  it('give one file, however many there are', async () => {
    const { release, prepareReleased, save, folder, list } = await exportsOf();
    const id = await release();
    const tickets = [];
    for (let at = 0; at < 3; at++) tickets.push(await prepareReleased(id));
    const outcomes = [];
    for (const ticket of tickets) outcomes.push(await save(ticket).catch(({ message }) => message));
    expect(outcomes).toMatchObject([
      { outcome: 'saved' },
      'export.ticket_not_found',
      'export.ticket_not_found',
    ]);
    expect(filesIn(folder)).toEqual(['1.zip']);
    expect(await list()).toMatchObject([{ id, saved: { fileName: '1.zip' }, decidedBy: 'Bob' }]);
  });

  it('give one file when their dialogs are open at the same time', async () => {
    const { release, prepareReleased, save, folder, list } = await exportsOf();
    const id = await release();
    const tickets = [await prepareReleased(id), await prepareReleased(id)];
    const both = await Promise.allSettled(tickets.map(save));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const reason = both.find(({ status }) => status === 'rejected');
    expect(reason).toMatchObject({ reason: { message: 'export.release_gone' } });
    expect(filesIn(folder)).toHaveLength(1);
    expect(await list()).toHaveLength(1);
  });

  it('end when the request is withdrawn, also while a dialog is open', async () => {
    const { desk, release, prepareReleased, save, withdraw, folder, list, dialog } =
      await exportsOf();
    const id = await release();
    const [open, other] = [await prepareReleased(id), await prepareReleased(id)];
    dialog.meanwhile = () => withdraw(id);
    await expect(save(open)).rejects.toThrow('export.release_gone');
    await expect(save(other)).rejects.toThrow('export.ticket_not_found');
    await expect(desk.get('exports.copyPassword', { ticket: other })).rejects.toThrow(
      'export.ticket_not_found',
    );
    expect(filesIn(folder)).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('save nothing once the request has expired', async () => {
    const { desk, release, prepareReleased, save, folder } = await exportsOf();
    const id = await release();
    const ticket = await prepareReleased(id);
    desk.nowMs += 14 * DAY_MS + 60_000;
    await expect(save(ticket)).rejects.toThrow('export.release_gone');
    await expect(prepareReleased(id)).rejects.toThrow('export.not_found');
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('a ticket', () => {
  it('obeys a limit that was set after it was made', async () => {
    const { prepare, save, limit, folder } = await exportsOf();
    const ticket = await prepare();
    await limit(2);
    await expect(save(ticket)).rejects.toThrow('export.release_needed');
    expect(filesIn(folder)).toEqual([]);
  });

  it('obeys a limit that is set while its dialog is open', async () => {
    const { prepare, save, limit, folder, dialog } = await exportsOf();
    const ticket = await prepare();
    dialog.meanwhile = () => limit(2);
    await expect(save(ticket)).rejects.toThrow('export.release_needed');
    expect(filesIn(folder)).toEqual([]);
  });

  it('is not made when earlier exports leave too little', async () => {
    const { desk, prepare, save, limit } = await exportsOf();
    await limit(5);
    await save(await prepare());
    await expect(prepare()).rejects.toThrow('export.release_needed');
    const { selection } = preparationOf();
    const { tables, filter } = selection;
    expect(await desk.get('exports.count', { tables, filter })).toMatchObject({
      exportedRows: 3,
      settings: { releaseAboveRows: 5, releasePeriodHours: 24 },
    });
  });

  it('counts by the clock that is believed', async () => {
    const { desk, prepare, save, limit } = await exportsOf();
    await limit(3);
    const [one, two] = [await prepare(), await prepare()];
    await save(one);
    desk.nowMs += 61 * DAY_MS;
    await expect(save(two)).rejects.toThrow('export.release_needed');
    desk.nowMs -= 60 * DAY_MS - 60_000;
    expect(await save(two)).toMatchObject({ outcome: 'saved', rows: 3 });
  });

  it('for an access request is not made once the allowance is spent', async () => {
    const { desk, answer, save, limit } = await exportsOf();
    await limit(1);
    await desk.get('exports.setSettings', { accessesPerPeriod: 1 });
    const { ticket } = await answer('Request of 3 July');
    const other = await answer('Request of 4 July');
    await save(ticket);
    await expect(save(other.ticket)).rejects.toThrow('export.access_spent');
    await expect(answer('Request of 5 July')).rejects.toThrow('export.access_spent');
  });
});

describe('what the register would keep', () => {
  it.each(['For max.mustermann@firma.de', 'call +49 170 1234567'])(
    'is refused as a purpose: %s',
    async (purpose) => {
      const { desk, prepare, answer, list } = await exportsOf();
      const { selection } = preparationOf();
      await expect(prepare(purpose)).rejects.toThrow('free_text.personal');
      await expect(answer(purpose)).rejects.toThrow('free_text.personal');
      const asking = desk.get('exports.requestRelease', { selection, purpose });
      await expect(asking).rejects.toThrow('free_text.personal');
      expect(await list()).toEqual([]);
    },
  );

  it('is refused as the name of a file, and the ticket stays for another name', async () => {
    const { prepare, save, folder, dialog } = await exportsOf();
    const ticket = await prepare();
    dialog.name = 'max.mustermann@firma.de.zip';
    await expect(save(ticket)).rejects.toThrow('export.file_name_personal');
    expect(existsSync(join(folder, dialog.name))).toBe(false);
    dialog.name = 'chatvault-participations-2026-07-15.zip';
    expect(await save(ticket)).toMatchObject({ outcome: 'saved' });
  });
});
