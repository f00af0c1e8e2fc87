import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../../preload/contract';
import { TABLE_NAMES } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { confirmed, typed } from '../../../tests/support/chat';
import { laneContext } from '../../../tests/support/context';
import { temporaryFolder } from '../../../tests/support/folder';
import { asksEmail, chain } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { marker, tracesOnDisk } from '../../../tests/support/pages-on-disk';
import { saidIn, sessionsOn, startChat } from '../../../tests/support/play';
import { added } from '../../../tests/support/questions';
import { countRows, openAgain, openTestStore, type TestStore } from '../../../tests/support/store';
import { Lanes } from '../../operations/lanes';
import { scrub } from '../../vault/retention/scrub';
import type { PlayedTurn } from '../engine/play-turn';
import { Experiences } from '../experiences/experiences';
import { playUploadTask } from '../sessions/play-upload';
import { fileName, saveFile, viewFile } from './stored-file';

const PICTURE = Uint8Array.from(
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/pictures/gps.jpg')),
);

const viewing = ({ store }: TestStore) => laneContext(store, 'file.viewed');
const saving = ({ store }: TestStore, file: string) => laneContext(store, 'file.saved', { file });

const upload = (name: string, bytes: Uint8Array<ArrayBuffer>): Answer => ({
  kind: 'file',
  name,
  bytes,
});
const written = (text: string) => new TextEncoder().encode(text);
const named = (type: string, id = type, settings = {}) => ({ ...added(type, settings), id });

const audited = ({ connection }: TestStore) =>
  connection.prepare('select action, user, details from audit_log order by seq').all();

async function uploaded(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const { sessionId } = await startChat(sessions, chain(named('file_upload')));
  const turn = await sessions.answer(sessionId, upload(name, bytes));
  return { test, turn };
}

describe('an upload', () => {
  it('is kept in the encrypted database, found nowhere else, and shown on request', async () => {
    const { test, turn } = await uploaded('../me.jpg', PICTURE);
    expect(turn.trail).toContainEqual(expect.objectContaining({ table: 'files', stored: true }));
    const file = await viewFile(viewing(test), { id: 1 });
    expect(file).toMatchObject({ name: 'me.jpg', mimeType: 'image/jpeg' });
    expect(Buffer.from(file.content).toString('latin1')).not.toMatch(/GPS|Secret/);
    expect(audited(test)).toEqual([
      { action: 'file.viewed', user: 'Ann', details: expect.not.stringContaining('me.jpg') },
    ]);
  });

  it('is saved as it was taken, and that is recorded', async () => {
    const { test } = await uploaded('note.txt', written('Hello 😀'));
    const file = join(temporaryFolder(), 'note.txt');
    await saveFile(saving(test, file), { id: 1 });
    expect(readFileSync(file, 'utf8')).toBe('Hello 😀');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(audited(test)).toMatchObject([{ action: 'file.saved' }]);
  });

  it('is saved under a name that file systems take, however long an earlier version kept it', async () => {
    const { test } = await uploaded('note.txt', written('Hello'));
    const long = `${'写'.repeat(96)}.txt`;
    test.connection.prepare('update files set file_name = ?').run(long);
    const suggested = await fileName(viewing(test), { id: 1 });
    expect(Buffer.byteLength(suggested)).toBeLessThanOrEqual(200);
    const folder = temporaryFolder();
    await saveFile(saving(test, join(folder, suggested)), { id: 1 });
    expect(readdirSync(folder)).toEqual([suggested]);
    await expect(saveFile(saving(test, join(folder, long)), { id: 1 })).rejects.toMatchObject({
      code: 'export.name_too_long',
    });
    expect(readdirSync(folder)).toEqual([suggested]);
  });

  it('is not shown where only another program could, nor after it expired', async () => {
    const { test } = await uploaded('doc.pdf', written('%PDF-1.7\n'));
    await expect(viewFile(viewing(test), { id: 1 })).rejects.toMatchObject({
      code: 'files.not_viewable',
    });
    const file = join(temporaryFolder(), 'doc.pdf');
    const nowMs = NOW_MS + 30 * DAY_MS;
    for (const opening of [
      viewFile({ ...viewing(test), nowMs }, { id: 1 }),
      saveFile({ ...saving(test, file), nowMs }, { id: 1 }),
    ]) {
      await expect(opening).rejects.toMatchObject({ code: 'data.row_not_found' });
    }
    expect(audited(test)).toEqual([]);
  });
});

describe('an upload that a thread of its own takes', () => {
  async function asked(first = named('file_upload')) {
    const test = await openTestStore();
    const { file: databaseFile, key } = test;
    const script = await bundledWorker();
    const lanes = new Lanes(script, { databaseFile, key, nativeBinding: undefined });
    onTestFinished(() => lanes.stop());
    const { name: task, lane } = playUploadTask;
    const circumstances = { user: { name: 'Ann' }, nowMs: NOW_MS, timeZone: '', file: '' };
    const sessions = sessionsOn(test, {
      playUpload: (turn, content) => {
        const input = { ...turn, trustedMs: turn.nowMs };
        const call = { task, input, ...circumstances };
        return lanes.run(lane, call, { transfer: [content] }) as Promise<PlayedTurn>;
      },
    });
    const graph = chain(first, named('free_text'), asksEmail('email'));
    await new Experiences(test.store).create('hello', 'Hello World', graph, NOW_MS);
    const { sessionId } = await startChat(sessions, graph);
    return { test, sessions, sessionId };
  }

  it('is kept, and belongs to the person whose address becomes known later', async () => {
    const { test, sessions, sessionId } = await asked();
    const turn = await sessions.answer(sessionId, upload('note.txt', written('Hello')));
    expect(turn).toMatchObject({ waitingModuleId: 'free_text', variables: { file: 'note.txt' } });
    expect(turn.trail).toContainEqual(expect.objectContaining({ table: 'files', stored: true }));
    await sessions.answer(sessionId, typed('words'));
    await sessions.answer(sessionId, typed('ann@example.com'));
    const rows = test.connection.prepare('select file_name, content, email_key from files').all();
    expect(rows).toEqual([
      { file_name: 'note.txt', content: Buffer.from('Hello'), email_key: 'ann@example.com' },
    ]);
  });

  it('can be a signature', async () => {
    const { test, sessions, sessionId } = await asked(named('signature'));
    const png = Uint8Array.from(
      readFileSync(join(import.meta.dirname, '../../../tests/fixtures/pictures/gps.png')),
    );
    const turn = await sessions.answer(sessionId, { kind: 'signature', by: 'drawing', png });
    expect(turn).toMatchObject({ variables: { signature: 'signed' } });
    // Taken to the other thread, not copied.
    expect(png.byteLength).toBe(0);
    const rows = test.connection.prepare('select file_name, mime_type from files').all();
    expect(rows).toEqual([{ file_name: 'signature.png', mime_type: 'image/png' }]);
  });

  it('leaves nothing when it cannot be kept, and can be repeated', async () => {
    const { test, sessions, sessionId } = await asked();
    const before = TABLE_NAMES.map((table) => countRows(test, table));
    test.connection.exec(
      `create trigger full before insert on files begin select raise(abort, 'full'); end`,
    );
    const send = () => sessions.answer(sessionId, upload('note.txt', written('Hello')));
    await expect(send()).rejects.toThrow();
    expect(TABLE_NAMES.map((table) => countRows(test, table))).toEqual(before);
    test.connection.exec('drop trigger full');
    await expect(send()).resolves.toMatchObject({ waitingModuleId: 'free_text' });
    expect(countRows(test, 'files')).toBe(1);
  });
});

it('after somebody deleted their data, nothing of files, answers and consents is on the disk', async () => {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const [address, answer, content, other] = [marker(), marker(), marker(), marker()];
  const graph = chain(
    named('free_text'),
    named('file_upload'),
    named('rating', 'rating', { followLow: 'Why?' }),
    asksEmail('email'),
    named('consent', 'consent', { text: 'I, ${email}, agree.' }),
    named('delete_my_data'),
  );
  const play = async (mail: string, words: string, bytes: string) => {
    const { sessionId } = await startChat(sessions, graph);
    await sessions.answer(sessionId, typed(words));
    await sessions.answer(sessionId, upload('a.txt', written(`${bytes} `.repeat(500))));
    await sessions.answer(sessionId, { kind: 'scale', value: 1 });
    await sessions.answer(sessionId, typed(words));
    await sessions.answer(sessionId, typed(`${mail}@example.com`));
    await sessions.answer(sessionId, { kind: 'consent', given: true });
    return sessionId;
  };
  await play(other, other, other);
  const sessionId = await play(address, answer, content);
  for (const table of ['files', 'consents', 'customers'] as const) {
    expect(countRows(test, table)).toBe(2);
  }
  const rows = () => TABLE_NAMES.reduce((sum, table) => sum + countRows(test, table), 0);
  const before = rows();
  const turn = await sessions.answer(sessionId, confirmed());
  const deleted = Number(turn.variables.deleted_rows);
  expect(deleted).toBeGreaterThan(5);
  expect(saidIn(turn)).toEqual([`Done. Entries deleted: ${deleted}.`]);
  // What is left of it: one line of the log, which names nobody.
  expect(rows()).toBe(before - deleted + 1);
  expect(turn.variables).toEqual({ deleted_rows: String(deleted) });
  await scrub(openAgain(test), NOW_MS);
  expect(tracesOnDisk(test.file, test.key, new Set([address, answer, content]))).toEqual([]);
  expect(tracesOnDisk(test.file, test.key, new Set([other]))).not.toEqual([]);
});

it('remembers a consent by the address, until the words change or it is withdrawn', async () => {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const consent = (text: string) => named('consent', 'consent', { text, repeat: 'never' });
  const withdraw = named('withdraw_consent', 'withdraw', {
    consents: [{ id: 'news', label: 'News', consent: 'consent_newsletter' }],
  });
  const arrive = async (...modules: Parameters<typeof chain>) => {
    const { sessionId } = await startChat(sessions, chain(asksEmail('email'), ...modules));
    return sessions.answer(sessionId, typed('Ann@example.com'));
  };
  const asked = await arrive(consent('I agree.'));
  expect(asked.prompt).toMatchObject({ kind: 'consent' });
  await sessions.answer(asked.sessionId, { kind: 'consent', given: true });
  expect(await arrive(consent('I agree.'))).toMatchObject({
    ended: true,
    variables: { consent_newsletter: 'yes' },
  });
  expect((await arrive(consent('I agree to more.'))).prompt).toMatchObject({ kind: 'consent' });
  const leaving = await arrive(withdraw);
  await sessions.answer(leaving.sessionId, { kind: 'choices', options: ['news'] });
  expect(await arrive(consent('I agree.'))).toMatchObject({
    variables: { consent_newsletter: 'no' },
  });
  const actions = test.connection.prepare('select action, wording from consents order by id').all();
  expect(actions).toEqual([
    { action: 'given', wording: 'I agree.' },
    { action: 'withdrawn', wording: 'I agree.' },
  ]);
  expect((await arrive(withdraw)).ended).toBe(true);
});

it('takes the largest upload', async () => {
  const test = await openTestStore();
  const sessions = sessionsOn(test);
  const graph = chain(named('file_upload', 'file', { maxMegabytes: 25 }));
  const { sessionId } = await startChat(sessions, graph);
  const bytes = new Uint8Array(25 * 1024 * 1024).fill(0x61);
  const turn = await sessions.answer(sessionId, upload('large.txt', bytes));
  expect(turn.ended).toBe(true);
});
