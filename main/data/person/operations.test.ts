import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACCESS_OBLIGATIONS, TABLE_NAMES } from '../../../preload/contract';
import { extractWith7Zip } from '../../../tests/support/archive';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  saveLesson,
  takePart,
  type UnlockedDesk,
  unlockedDesks,
} from '../../../tests/support/desk';
import { temporaryFolder } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { approveHold } from '../../vault/retention/holds';

const unlockedDesk = unlockedDesks(await bundledWorker());
const ANN = 'ann@example.com';

/** A workspace in which Ann has taken part in the raffle. */
async function withAnn(): Promise<UnlockedDesk> {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  await takePart(desk, ANN);
  return desk;
}

it('an erasure is answered with a certificate that knows of the removed traces', async () => {
  const desk = await withAnn();
  desk.events.splice(0);
  const certificate = await desk.get('privacy.erase', { email: ANN });
  expect(certificate.tracesRemovedAt).toBeGreaterThanOrEqual(certificate.at);
  expect(certificate.tables.map(({ table }) => table)).toContain('participations');
  expect(desk.events).toContainEqual({ name: 'data.changed', payload: { tables: TABLE_NAMES } });
  expect(await desk.get('privacy.certificates', undefined)).toEqual([certificate]);
  expect((await desk.get('privacy.find', { email: ANN })).tables).toEqual([]);
});

it('a certificate is saved under its reference, which can be copied', async () => {
  const desk = await withAnn();
  const { seq, reference } = await desk.get('privacy.erase', { email: ANN });
  const file = join(temporaryFolder(), 'certificate.html');
  let suggested = '';
  desk.chooseFile = async (name) => {
    suggested = name;
    return file;
  };
  const saved = await desk.get('privacy.saveCertificate', { seq, language: 'de' });
  expect(saved).toEqual({ outcome: 'saved', fileName: 'certificate.html' });
  expect(suggested).toBe(`chatvault-erasure-${reference}.html`);
  expect(readFileSync(file, 'utf8')).toContain(reference);
  await desk.get('privacy.copyReference', { seq });
  expect(desk.clipboard).toEqual([reference]);
  await desk.get('privacy.copyErasureText', { seq, language: 'en' });
  expect(desk.clipboard.at(-1)).toContain(`Reference number: ${reference}`);
  expect(desk.clipboard.at(-1)).not.toContain(ANN);
  suggested = '';
  const unknown = desk.get('privacy.saveCertificate', { seq: seq + 100, language: 'de' });
  await expect(unknown).rejects.toThrow('person.certificate_not_found');
  expect(suggested).toBe('');
});

it('all that is stored about a person is saved with a ticket, whose file does not say whose', async () => {
  const desk = await withAnn();
  const file = join(temporaryFolder(), 'person.zip');
  let suggested = '';
  desk.chooseFile = async (name) => {
    suggested = name;
    return file;
  };
  const { ticket, password } = await desk.get('privacy.prepareAccess', {
    email: ANN,
    purpose: 'Request of 3 July',
    format: 'zip',
    answerLanguage: 'en',
    language: 'en',
    accepted: [...ACCESS_OBLIGATIONS],
  });
  expect(await desk.get('exports.save', { ticket })).toMatchObject({ outcome: 'saved' });
  expect(suggested).toBe('chatvault-person-2026-07-15.zip');
  expect(extractWith7Zip(file, password, 'participations.csv')).toContain(ANN);
});

it('a person is shown and suggested only to whom personal values are not masked', async () => {
  const desk = await withAnn();
  const timeline = async () =>
    JSON.stringify(await desk.get('privacy.timeline', { email: ANN, limit: 100 }));
  expect(await timeline()).toContain(ANN);
  expect(await desk.get('privacy.suggest', { prefix: 'an' })).toEqual([ANN]);
  await desk.get('masking.setMine', { isMasked: true });
  expect(await timeline()).not.toContain(ANN);
  expect(await timeline()).toContain('a•••@e•••.com');
  expect(await desk.get('privacy.suggest', { prefix: 'an' })).toEqual([]);
});

it('a search says how it was made; masked, it is for whole addresses and tells nothing else', async () => {
  const desk = await withAnn();
  const search = (text: string) => desk.get('privacy.search', { text });
  expect(await search('nn@ex')).toMatchObject({
    searched: 'parts',
    people: [{ email: ANN }],
    isMore: false,
  });
  const none = { people: [], isMore: false, isExact: false };
  expect(await search('nobody')).toEqual({ searched: 'parts', ...none });
  expect(await search('mailto:ANN@example.com')).toMatchObject({ isExact: true });
  expect(await search('nn@example.com')).toMatchObject({ isExact: false });
  await desk.get('masking.setMine', { isMasked: true });
  for (const part of ['a', 'ann', 'ann@', '@example.com', '0171']) {
    await expect(search(part)).rejects.toThrow('data.masked_search');
  }
  const nobody = { searched: 'whole_address', ...none };
  expect(await search('nn@example.com')).toEqual(nobody);
  expect(await search(' Ann Lee <Ann@Example.com>; ')).toMatchObject({
    searched: 'whole_address',
    isExact: true,
    people: [{ email: ANN, name: '', phone: null }],
  });
});

it('a search for a whole address finds whom only a legal hold keeps, and tells nothing else', async () => {
  const desk = await withAnn();
  const subject = { kind: 'person', email: ANN } as const;
  const untilMs = desk.nowMs + 9 * DAY_MS;
  const [hold] = await desk.get('holds.request', { subject, reason: 'Lawsuit', untilMs });
  const { store } = desk.workspace.unlocked;
  await approveHold(store, { id: 'u2', name: 'Amir' }, hold?.id ?? '', desk.nowMs);
  for (const { name } of allTables)
    await store.updateTable(anyTable(name)).set({ expires_at: NOW_MS }).execute();
  const search = (text: string) => desk.get('privacy.search', { text });
  expect(await search(ANN)).toMatchObject({
    ...{ searched: 'whole_address', isExact: true },
    people: [{ email: ANN, name: '', phone: null }],
  });
  for (const text of ['nn@exam', 'bob@example.com'])
    expect(await search(text)).toMatchObject({ searched: 'parts', people: [] });
});
