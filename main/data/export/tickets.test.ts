import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { OBLIGATIONS } from '../../../preload/contract';
import { extractWith7Zip } from '../../../tests/support/archive';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { calledBy, preparationOf, selectionOf } from '../../../tests/support/exports';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import { participation } from '../../../tests/support/store';
import type { Store } from '../../foundation/store/database';
import { writeSetting } from '../../foundation/store/settings';
import { decideRelease } from './release';
import { Tickets } from './tickets';

const unlockedDesk = unlockedDesks(await bundledWorker());
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;

/** A desk with as many participations; the dialog for files answers with `file`. */
async function exportsOf(rows = 3) {
  const desk = await unlockedDesk();
  const { store } = await desk.workspace.ready();
  await takePart(store, rows);
  const folder = temporaryFolder();
  const dialog = {
    file: join(folder, 'export.zip') as string | null,
    suggested: '',
    /** Runs while the dialog is open. */
    meanwhile: () => undefined as unknown,
  };
  desk.chooseFile = async (suggestedName) => {
    dialog.suggested = suggestedName;
    await dialog.meanwhile();
    return dialog.file;
  };
  const heard = (event: string) =>
    desk.events.flatMap(({ name, payload }) => (name === event ? [payload] : []));
  return {
    store,
    folder,
    dialog,
    heard,
    copied: desk.clipboard,
    lock: () => desk.workspace.lock(),
    prepare: () => desk.get('exports.prepare', preparationOf()),
    prepareReleased: (id: string) =>
      desk.get('exports.prepareReleased', { id, language: 'en', accepted: [...OBLIGATIONS] }),
    copyPassword: (ticket: string) => desk.get('exports.copyPassword', { ticket }),
    save: (ticket: string) => desk.get('exports.save', { ticket }),
    trySaving: (ticket: string) => desk.call('exports.save', { ticket }),
    cancel: (ticket: string) => desk.get('exports.cancel', { ticket }),
    discard: (ticket: string) => desk.get('exports.discard', { ticket }),
    list: () => desk.get('exports.list', undefined),
    /** Asks for the release of what {@link preparationOf} is about. */
    requestRelease: async () => {
      const { selection, purpose } = preparationOf();
      const [{ id } = { id: '' }] = await desk.get('exports.requestRelease', {
        selection,
        purpose,
      });
      return id;
    },
  };
}

async function takePart(store: Store, rows: number, channel = 'preview'): Promise<void> {
  for (let row = 0; row < rows; row++) {
    await store
      .insertInto('participations')
      .values(participation({ channel }) as never)
      .execute();
  }
}

const release = (store: Store, id: string) =>
  decideRelease(calledBy(bob, store), { id, isReleased: true });

describe('an export ticket', () => {
  it('saves a zip that its password opens, tells the progress, and is used up', async () => {
    const { prepare, save, copyPassword, folder, dialog, heard } = await exportsOf();
    const { ticket, password } = await prepare();
    const outcome = await save(ticket);
    expect(outcome).toMatchObject({ outcome: 'saved', fileName: 'export.zip', folder, rows: 3 });
    expect(extractWith7Zip(join(folder, 'export.zip'), password, 'participations.csv')).toContain(
      'ann@example.com',
    );
    expect(dialog.suggested).toBe('chatvault-participations-2026-07-15.zip');
    expect(heard('export.progress').at(-1)).toEqual({
      ticket,
      phase: 'verifying',
      rows: 3,
      totalRows: 3,
      remainingMs: null,
    });
    expect(heard('exports.changed')).toHaveLength(1);
    await expect(save(ticket)).rejects.toThrow('export.ticket_not_found');
    await expect(copyPassword(ticket)).rejects.toThrow('export.ticket_not_found');
  });

  it('tells nothing personal by the name that it suggests', async () => {
    const { prepare, save, dialog } = await exportsOf();
    await save((await prepare()).ticket);
    expect(dialog.suggested).not.toContain('@');
    expect(basename(dialog.suggested)).toBe(dialog.suggested);
  });

  it('has a password of its own each time, and copies only that', async () => {
    const { prepare, copyPassword, copied } = await exportsOf();
    const one = await prepare();
    const two = await prepare();
    expect(one.password).not.toBe(two.password);
    await copyPassword(two.ticket);
    expect(copied).toEqual([two.password]);
  });

  it('is still good, with the same password, after the dialog was dismissed', async () => {
    const { prepare, save, folder, dialog } = await exportsOf();
    const { ticket, password } = await prepare();
    const file = dialog.file;
    dialog.file = null;
    expect(await save(ticket)).toEqual({ outcome: 'dismissed' });
    expect(filesIn(folder)).toEqual([]);
    dialog.file = file;
    expect(await save(ticket)).toMatchObject({ outcome: 'saved' });
    expect(extractWith7Zip(join(folder, 'export.zip'), password, 'participations.csv')).toContain(
      'ann@example.com',
    );
  });

  it('is busy while its dialog is open or its file is written', async () => {
    const { prepare, save, dialog } = await exportsOf();
    const { ticket } = await prepare();
    dialog.meanwhile = () => expect(save(ticket)).rejects.toThrow('export.busy');
    expect(await save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('leaves nothing behind when it is cancelled, and is still good', async () => {
    const { prepare, save, cancel, folder, dialog } = await exportsOf();
    const { ticket } = await prepare();
    dialog.meanwhile = () => cancel(ticket);
    expect(await save(ticket)).toEqual({ outcome: 'cancelled' });
    expect(filesIn(folder)).toEqual([]);
    dialog.meanwhile = () => undefined;
    expect(await save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('is still good after a failure, for another place to be chosen', async () => {
    const { prepare, save, folder, dialog } = await exportsOf();
    const { ticket } = await prepare();
    dialog.file = join(folder, 'gone', 'export.zip');
    await expect(save(ticket)).rejects.toThrow('export.folder_missing');
    dialog.file = join(folder, 'export.zip');
    expect(await save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('that is discarded stops its export and forgets its password', async () => {
    const { prepare, save, discard, copyPassword, folder, dialog } = await exportsOf();
    const { ticket } = await prepare();
    dialog.meanwhile = () => discard(ticket);
    expect(await save(ticket)).toEqual({ outcome: 'cancelled' });
    expect(existsSync(join(folder, 'export.zip'))).toBe(false);
    await expect(copyPassword(ticket)).rejects.toThrow('export.ticket_not_found');
    await discard(ticket);
  });

  it('saves nothing once the workspace is locked, though its dialog was open', async () => {
    const { prepare, save, lock, folder, dialog } = await exportsOf();
    const { ticket } = await prepare();
    dialog.meanwhile = lock;
    await expect(save(ticket)).rejects.toThrow('workspace.locked');
    expect(filesIn(folder)).toEqual([]);
  });

  it('is not given when a second user has to release so many rows', async () => {
    const { prepare, save, store } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    await expect(prepare()).rejects.toThrow('export.release_needed');
    await writeSetting(store, 'export_release_rows', 3);
    expect(await save((await prepare()).ticket)).toMatchObject({
      outcome: 'saved',
    });
  });

  it('is given to who asked for the release, for what was released', async () => {
    const { store, folder, requestRelease, prepareReleased, save, list } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    const id = await requestRelease();
    await expect(prepareReleased(id)).rejects.toThrow('export.not_found');
    await release(store, id);
    const { ticket, password } = await prepareReleased(id);
    expect(await save(ticket)).toMatchObject({ outcome: 'saved', rows: 3 });
    const zip = join(folder, 'export.zip');
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
    expect(await list()).toMatchObject([{ id, state: 'saved', rows: 3 }]);
    await expect(prepareReleased(id)).rejects.toThrow('export.not_found');
  });

  it('is not given for rows that came after the release', async () => {
    const { store, requestRelease, prepareReleased, trySaving } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    const id = await requestRelease();
    await release(store, id);
    await takePart(store, 1, 'kiosk');
    const { ticket } = await prepareReleased(id);
    expect(await trySaving(ticket)).toMatchObject({
      error: { code: 'export.release_outgrown', params: { rows: 4, limit: 3 } },
    });
  });
});

describe('the one-time password of a ticket', () => {
  function opened() {
    const tickets = new Tickets();
    const buffers = vi.spyOn(Buffer, 'from');
    const { ticket, password } = tickets.open({
      entry: { id: 'export-1', purpose: 'Send the prizes' },
      selection: selectionOf(),
      permit: 'alone',
      title: 'participations',
      ending: 'zip',
      deleteWithinDays: 7,
      language: 'en',
      write: async () => ({ rows: 0, bytes: 0, sha256: '' }),
    });
    const bytes = buffers.mock.results.at(-1)?.value as unknown as Buffer;
    buffers.mockRestore();
    expect(bytes.toString()).toBe(password);
    return { tickets, ticket, bytes, nothing: Buffer.alloc(bytes.length) };
  }

  it('is overwritten when the ticket is discarded, as it is once it has saved', () => {
    const { tickets, ticket, bytes, nothing } = opened();
    tickets.discard(ticket);
    expect(bytes).toEqual(nothing);
    expect(() => tickets.passwordOf(ticket)).toThrow('export.ticket_not_found');
  });

  it('is overwritten when the workspace is locked', () => {
    const { tickets, ticket, bytes, nothing } = opened();
    tickets.close();
    expect(bytes).toEqual(nothing);
    expect(() => tickets.passwordOf(ticket)).toThrow('workspace.locked');
  });
});
