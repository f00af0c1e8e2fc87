import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportProgress } from '../../preload/contract';
import { extractWith7Zip } from '../../tests/support/archive';
import { watchBuffers } from '../../tests/support/buffers';
import { preparationOf } from '../../tests/support/exports';
import { filesIn, temporaryFolder } from '../../tests/support/folder';
import { NOW_MS } from '../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../tests/support/store';
import { writeSetting } from '../store/settings';
import { AbortedError, type RunOptions } from '../worker/client';
import type { TaskName, Tasks } from '../worker/tasks';
import { exportTables } from './export-tables';
import { countExported } from './exported-rows';
import { Exports } from './exports';
import { decideRelease, listExports } from './register';

const table = 'participations' as const;

/** Exports on a real store, in this thread; the dialog answers with `file`. */
async function exportsOf(rows = 3) {
  const test = await openTestStore();
  insertRows(
    test,
    table,
    Array.from({ length: rows }, () => participation()),
  );
  const folder = temporaryFolder();
  const dialog = {
    file: join(folder, 'export.zip') as string | null,
    suggested: '',
    /** Runs while the dialog is open. */
    meanwhile: () => undefined as unknown,
  };
  const progress: ExportProgress[] = [];
  const copied: string[] = [];
  const subject = new Exports({
    worker: {
      run: (task, input, options) => inThisThread(task, input as never, options as never) as never,
    },
    store: test.store,
    user: () => ({ id: 'ann', name: 'Ann' }),
    onChanged: () => undefined,
    chooseFile: async (suggestedName) => {
      dialog.suggested = suggestedName;
      await dialog.meanwhile();
      return dialog.file;
    },
    clipboard: { copySecret: async (text) => void copied.push(text) },
    nowMs: () => NOW_MS,
    timeZone: () => 'Europe/Berlin',
    onProgress: (each) => progress.push(each),
  });
  const inThisThread = async (
    task: TaskName,
    input: Tasks['export']['input'] & Tasks['countExport']['input'],
    options: RunOptions<'export'>,
  ) => {
    if (task === 'countExport') {
      const preview = await countExported(test.store, { ...input.scope, channels: 'all' }, NOW_MS);
      return { collected: 0, preview };
    }
    const { signal = new AbortController().signal, onProgress = () => undefined } = options;
    try {
      return await exportTables(test.store, { ...input, signal, report: onProgress });
    } catch (error) {
      throw signal.aborted ? new AbortedError() : error;
    }
  };
  return { test, store: test.store, subject, folder, dialog, progress, copied };
}

describe('an export ticket', () => {
  it('saves a zip that its password opens, tells the progress, and is used up', async () => {
    const { subject, folder, dialog, progress } = await exportsOf();
    const { ticket, password } = await subject.prepare(preparationOf());
    const outcome = await subject.save(ticket);
    expect(outcome).toMatchObject({ outcome: 'saved', fileName: 'export.zip', folder, rows: 3 });
    expect(extractWith7Zip(join(folder, 'export.zip'), password, 'participations.csv')).toContain(
      'ann@example.com',
    );
    expect(dialog.suggested).toBe('chatvault-participations-2026-07-15.zip');
    expect(progress.at(-1)).toEqual({
      ticket,
      phase: 'verifying',
      rows: 3,
      totalRows: 3,
      remainingMs: null,
    });
    await expect(subject.save(ticket)).rejects.toThrow('export.ticket_not_found');
    await expect(subject.copyPassword(ticket)).rejects.toThrow('export.ticket_not_found');
  });

  it('tells nothing personal by the name that it suggests', async () => {
    const { subject, dialog } = await exportsOf();
    await subject.save((await subject.prepare(preparationOf())).ticket);
    expect(dialog.suggested).not.toContain('@');
    expect(basename(dialog.suggested)).toBe(dialog.suggested);
  });

  it('has a password of its own each time, and copies only that', async () => {
    const { subject, copied } = await exportsOf();
    const one = await subject.prepare(preparationOf());
    const two = await subject.prepare(preparationOf());
    expect(one.password).not.toBe(two.password);
    await subject.copyPassword(two.ticket);
    expect(copied).toEqual([two.password]);
  });

  it('is still good, with the same password, after the dialog was dismissed', async () => {
    const { subject, folder, dialog } = await exportsOf();
    const { ticket, password } = await subject.prepare(preparationOf());
    const file = dialog.file;
    dialog.file = null;
    expect(await subject.save(ticket)).toEqual({ outcome: 'dismissed' });
    expect(filesIn(folder)).toEqual([]);
    dialog.file = file;
    expect(await subject.save(ticket)).toMatchObject({ outcome: 'saved' });
    expect(extractWith7Zip(join(folder, 'export.zip'), password, 'participations.csv')).toContain(
      'ann@example.com',
    );
  });

  it('is busy while its dialog is open or its file is written', async () => {
    const { subject, dialog } = await exportsOf();
    const { ticket } = await subject.prepare(preparationOf());
    dialog.meanwhile = () => expect(subject.save(ticket)).rejects.toThrow('export.busy');
    expect(await subject.save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('leaves nothing behind when it is cancelled, and is still good', async () => {
    const { subject, folder, dialog } = await exportsOf();
    const { ticket } = await subject.prepare(preparationOf());
    dialog.meanwhile = () => subject.cancel(ticket);
    expect(await subject.save(ticket)).toEqual({ outcome: 'cancelled' });
    expect(filesIn(folder)).toEqual([]);
    dialog.meanwhile = () => undefined;
    expect(await subject.save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('is still good after a failure, for another place to be chosen', async () => {
    const { subject, folder, dialog } = await exportsOf();
    const { ticket } = await subject.prepare(preparationOf());
    dialog.file = join(folder, 'gone', 'export.zip');
    await expect(subject.save(ticket)).rejects.toThrow('export.folder_missing');
    dialog.file = join(folder, 'export.zip');
    expect(await subject.save(ticket)).toMatchObject({ outcome: 'saved' });
  });

  it('that is discarded stops its export and forgets its password', async () => {
    const { subject, folder, dialog } = await exportsOf();
    const { ticket } = await subject.prepare(preparationOf());
    dialog.meanwhile = () => subject.discard(ticket);
    expect(await subject.save(ticket)).toEqual({ outcome: 'cancelled' });
    expect(existsSync(join(folder, 'export.zip'))).toBe(false);
    await expect(subject.copyPassword(ticket)).rejects.toThrow('export.ticket_not_found');
    expect(() => subject.discard(ticket)).not.toThrow();
  });

  it.each<[string, (subject: Exports, ticket: string) => unknown]>([
    ['is used up', (subject, ticket) => subject.save(ticket)],
    ['is given back', (subject, ticket) => subject.discard(ticket)],
    ['ends with the workspace', (subject) => subject.discardAll()],
  ])('that %s leaves no byte of its password where it was kept', async (_, end) => {
    const { subject } = await exportsOf();
    const buffersWith = watchBuffers();
    const { ticket, password } = await subject.prepare(preparationOf());
    const kept = buffersWith(password);
    expect(kept).toHaveLength(1);
    await end(subject, ticket);
    expect(kept.flatMap((buffer) => [...buffer])).toEqual(Array(password.length).fill(0));
    await expect(subject.copyPassword(ticket)).rejects.toThrow('export.ticket_not_found');
  });

  it('is not given when a second user has to release so many rows', async () => {
    const { subject, store } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    await expect(subject.prepare(preparationOf())).rejects.toThrow('export.release_needed');
    await writeSetting(store, 'export_release_rows', 3);
    expect(await subject.save((await subject.prepare(preparationOf())).ticket)).toMatchObject({
      outcome: 'saved',
    });
  });

  it('is given to who asked for the release, for what was released', async () => {
    const { subject, store, folder } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    const { selection, purpose } = preparationOf();
    await subject.requestRelease(selection, purpose);
    const [{ id } = { id: '' }] = await listExports(store, true);
    await expect(subject.prepareReleased(id, 'en')).rejects.toThrow('export.not_found');
    await decideRelease(store, { id: 'bob', name: 'Bob' }, { id, isReleased: true }, NOW_MS);
    const { ticket, password } = await subject.prepareReleased(id, 'en');
    expect(await subject.save(ticket)).toMatchObject({ outcome: 'saved', rows: 3 });
    const zip = join(folder, 'export.zip');
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
    expect(await listExports(store, true)).toMatchObject([{ id, state: 'saved', rows: 3 }]);
    await expect(subject.prepareReleased(id, 'en')).rejects.toThrow('export.not_found');
  });

  it('is not given for rows that came after the release', async () => {
    const { subject, store, test } = await exportsOf();
    await writeSetting(store, 'export_release_rows', 2);
    const { selection, purpose } = preparationOf();
    await subject.requestRelease(selection, purpose);
    const [{ id } = { id: '' }] = await listExports(store, true);
    await decideRelease(store, { id: 'bob', name: 'Bob' }, { id, isReleased: true }, NOW_MS);
    insertRows(test, 'participations', [participation({ channel: 'kiosk' })]);
    const { ticket } = await subject.prepareReleased(id, 'en');
    await expect(subject.save(ticket)).rejects.toMatchObject({
      code: 'export.release_outgrown',
      params: { rows: 4, limit: 3 },
    });
  });
});
