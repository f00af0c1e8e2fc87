import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ACCESS_OBLIGATIONS,
  type EventName,
  type Input,
  RequestEnd,
} from '../../../../preload/contract';
import { extractWith7Zip } from '../../../../tests/support/archive';
import { bundledWorker } from '../../../../tests/support/bundle';
import { laneContext } from '../../../../tests/support/context';
import {
  saveLesson,
  takePart,
  type UnlockedDesk,
  unlockDesk,
  unlockedDesks,
} from '../../../../tests/support/desk';
import { temporaryFolder } from '../../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../../tests/support/now';
import { filesWith } from '../../../../tests/support/pages-on-disk';
import {
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../../tests/support/store';
import { allTables } from '../../../foundation/store/tables';
import { anyTable } from '../../../foundation/store/tables/any-table';
import { endRequest } from '../../../vault/requests/steps';
import { erasePerson } from '../../../vault/retention/erase-person';
import { approveHold, requestHold } from '../../../vault/retention/holds';
import { scrub } from '../../../vault/retention/scrub';
import { sweepExpired } from '../../../vault/retention/sweep';
import { eraseOnRequest } from '../erasure';
import { enterRequest } from './enter-request';
import { readRequest } from './find-request';
import { setRequestSettings } from './request-settings';

const unlockedDesk = unlockedDesks(await bundledWorker());
const ANN = 'ann@example.com';
const EMAIL = 'Ann Lee <Ann@Example.com>';

type Entering = Input<'requests.enter'>;
const asked = (changes: Partial<Entering> = {}): Entering => ({
  ...{ kind: 'access', email: EMAIL, receivedOn: '2026-06-30', way: 'letter', note: '' },
  ...changes,
});

async function deskWithAnn(): Promise<UnlockedDesk> {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  await takePart(desk, ANN);
  return desk;
}

const end = (desk: UnlockedDesk, id: string, what: object) =>
  desk.get('requests.close', { id, end: RequestEnd.parse(what) });

async function identified(desk: UnlockedDesk, changes: Partial<Entering> = {}) {
  const { id } = await desk.get('requests.enter', asked(changes));
  return desk.get('requests.identify', { id, how: 'known_address' });
}

async function saveAnswer(desk: UnlockedDesk, id: string) {
  const file = join(temporaryFolder(), 'answer.zip');
  desk.chooseFile = async () => file;
  const { ticket, password } = await desk.get('privacy.prepareAccess', {
    ...{ request: id, purpose: 'Request', format: 'zip', answerLanguage: 'en', language: 'en' },
    accepted: [...ACCESS_OBLIGATIONS],
  });
  return { file, password, outcome: await desk.get('exports.save', { ticket }) };
}

/** The clock of a desk goes on. */
const daysKept = ({ expiresAt }: { expiresAt: number }): number =>
  Math.floor((expiresAt - NOW_MS) / DAY_MS);

const logOf = async (desk: UnlockedDesk) => (await desk.get('audit.page', { limit: 100 })).entries;

const told = ({ events }: UnlockedDesk, event: EventName): number =>
  events.filter(({ name }) => name === event).length;

/** Restores a backup that was made before something was done. */
async function restoredAfter(desk: UnlockedDesk, work: () => Promise<unknown>): Promise<void> {
  const file = join(temporaryFolder(), 'a.chatvault-backup');
  desk.chooseFile = async () => file;
  await desk.get('backup.save', undefined);
  // Places are kept for a day.
  desk.nowMs += DAY_MS / 24;
  await work();
  await desk.get('workspace.lock', undefined);
  rmSync(join(desk.folder, 'workspace'), { recursive: true });
  desk.chooseSource.backup = async () => file;
  await desk.get('backup.restore', undefined);
  await unlockDesk(desk);
}

describe('a request', () => {
  it('is entered by an address in any spelling, due one month later, with whoever entered it', async () => {
    const desk = await deskWithAnn();
    const request = await desk.get('requests.enter', asked());
    expect(request).toMatchObject({
      ...{ kind: 'access', email: 'Ann@Example.com', state: 'received', caretaker: 'Admin' },
      ...{ receivedOn: '2026-06-30', dueOn: '2026-07-30', isExtended: false, closedAt: null },
      steps: [{ user: 'Admin', step: { what: 'received', way: 'letter' } }],
    });
    expect(daysKept(request)).toBe(1_095);
    expect(await desk.get('requests.list', undefined)).toMatchObject([{ id: request.id }]);
    expect((await desk.get('privacy.find', { request: request.id })).tables).not.toEqual([]);
    expect(await desk.get('privacy.find', { email: ANN })).toMatchObject({ requests: 1 });
  });

  it.each([
    ['request.not_an_address', { email: 'Ann' }],
    ['request.in_future', { receivedOn: '2026-07-16' }],
    ['request.in_future', { receivedOn: '9999-12-31' }],
    ['request.too_old', { receivedOn: '2016-07-14' }],
    ['request.too_old', { receivedOn: '0026-06-30' }],
    ['free_text.personal', { note: 'write to ann@example.com' }],
  ])('is refused with %s', async (code, changes) => {
    const desk = await unlockedDesk();
    await expect(desk.get('requests.enter', asked(changes))).rejects.toThrow(code);
    expect(await desk.get('requests.list', undefined)).toEqual([]);
  });

  it('can be extended once, by two months at most, and not after its first month', async () => {
    const desk = await unlockedDesk();
    const { id } = await desk.get('requests.enter', asked());
    const extend = (until: string) =>
      desk.get('requests.extend', { id, reason: 'complex', until, note: '' });
    for (const until of ['2026-07-30', '2026-10-01']) {
      await expect(extend(until)).rejects.toThrow('request.extension_too_long');
    }
    expect(await extend('2026-09-30')).toMatchObject({ dueOn: '2026-09-30', isExtended: true });
    await expect(extend('2026-09-15')).rejects.toThrow('request.extended_already');
    const old = await desk.get('requests.enter', asked({ receivedOn: '2026-06-14' }));
    const late = { id: old.id, reason: 'many', until: '2026-08-01', note: '' } as const;
    await expect(desk.get('requests.extend', late)).rejects.toThrow('request.extension_late');
  });

  it('is answered only once the person is identified, and with what is so', async () => {
    const desk = await deskWithAnn();
    const { id } = await desk.get('requests.enter', asked());
    for (const what of ['handed_over', 'nothing_stored']) {
      await expect(end(desk, id, { what })).rejects.toThrow('request.identity_unchecked');
    }
    await expect(saveAnswer(desk, id)).rejects.toThrow('request.identity_unchecked');
    await expect(desk.get('privacy.erase', { request: id })).rejects.toThrow(
      'request.identity_unchecked',
    );
    await desk.get('requests.identify', { id, how: 'document', note: '' });
    await expect(end(desk, id, { what: 'handed_over' })).rejects.toThrow('request.no_file');
    for (const what of ['nothing_stored', 'erased_meanwhile']) {
      await expect(end(desk, id, { what })).rejects.toThrow('request.something_stored');
    }
    await expect(desk.get('privacy.erase', { request: id })).rejects.toThrow('request.other_kind');
    await expect(end(desk, id, { what: 'refused', ground: 'legal_duty' })).rejects.toThrow(
      'request.other_kind',
    );
  });

  it('is answered with a file, which its steps name by its entry in the register', async () => {
    const desk = await deskWithAnn();
    const { id } = await identified(desk);
    const { outcome } = await saveAnswer(desk, id);
    expect(outcome).toMatchObject({ outcome: 'saved' });
    const [entry] = await desk.get('exports.list', undefined);
    expect(entry?.saved?.obligations[0]).toContain('the person who asked');
    const closed = await end(desk, id, { what: 'handed_over', note: '' });
    expect(closed.state).toBe('answered');
    expect(daysKept(closed)).toBe(1_095);
    expect(closed.steps.map(({ step }) => step)).toMatchObject([
      { what: 'received' },
      { what: 'identified' },
      { what: 'file_made', export: entry?.id },
      { what: 'handed_over' },
    ]);
    await expect(end(desk, id, { what: 'withdrawn' })).rejects.toThrow('request.closed');
  });

  it('for erasure is answered with no file', async () => {
    const desk = await deskWithAnn();
    const { id } = await identified(desk, { kind: 'erasure' });
    await expect(saveAnswer(desk, id)).rejects.toThrow('request.other_kind');
    await expect(end(desk, id, { what: 'handed_over' })).rejects.toThrow('request.other_kind');
  });

  it('is taken over by another user, and is seen masked by whom addresses are masked for', async () => {
    const desk = await unlockedDesk();
    const { id } = await desk.get('requests.enter', asked());
    expect((await desk.get('requests.takeOver', { id })).steps).toHaveLength(1);
    await desk.get('masking.setMine', { isMasked: true });
    const masked = { email: 'A•••@E•••.com', isMasked: true };
    expect(await desk.get('requests.get', { id })).toMatchObject(masked);
    expect(await desk.get('requests.list', undefined)).toMatchObject([masked]);
    expect(await desk.get('privacy.find', { request: id })).toMatchObject({
      email: 'a•••@e•••.com',
    });
  });

  it('leaves entries in the audit log that name nobody', async () => {
    const desk = await deskWithAnn();
    const { id, reference } = await identified(desk, { note: 'came with a stamp' });
    await saveAnswer(desk, id);
    await desk.get('requests.extend', { id, reason: 'many', until: '2026-08-30', note: 'slow' });
    await end(desk, id, { what: 'refused', ground: 'excessive', note: 'third one' });
    const entries = (await logOf(desk)).filter(({ action }) => action.startsWith('request.'));
    expect(entries.map(({ action }) => action).toReversed()).toEqual([
      ...['request.entered', 'request.identified', 'request.file_made'],
      ...['request.extended', 'request.refused'],
    ]);
    expect(entries.every(({ details }) => details.request === reference)).toBe(true);
    expect(JSON.stringify(await logOf(desk))).not.toMatch(/ann@|stamp|slow|third/i);
  });
});

describe('an erasure', () => {
  it('answers the request and takes address and notes from all requests of the person', async () => {
    const desk = await deskWithAnn();
    const access = await desk.get('requests.enter', asked({ note: 'by her lawyer' }));
    const bob = await desk.get('requests.enter', asked({ email: 'bob@example.com' }));
    const { id } = await identified(desk, { kind: 'erasure' });
    expect(await desk.get('privacy.previewErasure', { request: id })).toMatchObject({
      openAccess: 1,
    });
    const certificate = await desk.get('privacy.erase', { request: id });
    expect(certificate.requests).toBe(2);
    const { reference, seq: entry } = certificate;
    expect(await desk.get('requests.get', { id })).toMatchObject({
      state: 'answered',
      email: null,
    });
    const { steps } = await desk.get('requests.get', { id });
    expect(steps.at(-1)).toMatchObject({ step: { what: 'erased', reference, entry } });
    const left = await desk.get('requests.get', { id: access.id });
    expect(left).toMatchObject({ state: 'received', email: null, note: '' });
    expect(await desk.get('requests.get', { id: bob.id })).toMatchObject({
      email: 'bob@example.com',
    });
    await expect(desk.get('privacy.find', { request: id })).rejects.toThrow('request.address_gone');
    const closed = await end(desk, access.id, { what: 'erased_meanwhile' });
    expect(closed.state).toBe('answered');
  });

  it('is in the answer of a person who has asked before, as data about them', async () => {
    const desk = await deskWithAnn();
    const { reference } = await desk.get('requests.enter', asked({ note: 'came with a stamp' }));
    const { id } = await identified(desk);
    const { file, password } = await saveAnswer(desk, id);
    const { requests } = JSON.parse(extractWith7Zip(file, password, 'data.json'));
    expect(requests).toMatchObject([{ reference, note: 'came with a stamp' }, { kind: 'access' }]);
    expect(extractWith7Zip(file, password, 'requests.csv')).toContain(reference);
    expect(extractWith7Zip(file, password, 'answer.pdf')).toContain(reference);
  });

  it('that finds nothing stored leaves no address either', async () => {
    const desk = await unlockedDesk();
    const { id } = await identified(desk, { kind: 'erasure', note: 'came with a stamp' });
    expect(await end(desk, id, { what: 'nothing_stored' })).toMatchObject({
      ...{ state: 'answered', email: null, note: '' },
    });
  });

  it('is done again, with the requests, where a backup from before is restored', async () => {
    const desk = await deskWithAnn();
    const { id } = await identified(desk, { kind: 'erasure' });
    await desk.get('memory.keepPlace', { typed: ANN });
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk);
    expect(await desk.get('memory.place', undefined)).toEqual({ typed: ANN });
    await restoredAfter(desk, () => desk.get('privacy.erase', { request: id }));
    expect(await desk.get('memory.place', undefined)).toEqual({});
    expect(told(desk, 'places.forgotten')).toBe(2);
    expect(await desk.get('requests.get', { id })).toMatchObject({
      email: null,
      state: 'identified',
    });
  });
});

describe('that nothing is stored', () => {
  it('is an erasure: of all requests of the person, and again from a restored backup', async () => {
    const desk = await unlockedDesk();
    const other = await desk.get('requests.enter', asked({ kind: 'erasure' }));
    const { id } = await identified(desk, { kind: 'erasure' });
    await restoredAfter(desk, async () => {
      await end(desk, id, { what: 'nothing_stored' });
      const along = await desk.get('requests.get', { id: other.id });
      expect(along).toMatchObject({ email: null, state: 'answered' });
      expect(along.steps.at(-1)).toMatchObject({ step: { what: 'nothing_stored' } });
      expect(await desk.get('retention.status', undefined)).toMatchObject({ scrubDue: false });
      expect(told(desk, 'places.forgotten')).toBe(1);
    });
    for (const request of [id, other.id])
      expect(await desk.get('requests.get', { id: request })).toMatchObject({ email: null });
  });

  it('forgets nobody whom a legal hold is about, and counts what one keeps past its time', async () => {
    const desk = await deskWithAnn();
    const { id } = await identified(desk, { kind: 'erasure' });
    const access = await identified(desk);
    const subject = { kind: 'person', email: ANN } as const;
    const untilMs = desk.nowMs + 900 * DAY_MS;
    await desk.get('holds.request', { subject, reason: 'Lawsuit', untilMs });
    await expect(end(desk, id, { what: 'nothing_stored' })).rejects.toThrow(
      'person.hold_requested',
    );
    const { store } = desk.workspace.unlocked;
    const hold = await store.selectFrom('legal_holds').select('id').executeTakeFirstOrThrow();
    await approveHold(store, { id: 'u2', name: 'Amir' }, hold.id, desk.nowMs);
    await expect(end(desk, id, { what: 'nothing_stored' })).rejects.toThrow('person.held');
    for (const { name } of allTables)
      await store.updateTable(anyTable(name)).set({ expires_at: NOW_MS }).execute();
    await expect(end(desk, access.id, { what: 'nothing_stored' })).rejects.toThrow(
      'request.something_stored',
    );
    expect(await desk.get('requests.get', { id })).toMatchObject({ state: 'identified' });
  });

  it('takes no address from an open request for access, which has to be answered first', async () => {
    const desk = await unlockedDesk();
    const access = await identified(desk);
    const { id } = await identified(desk, { kind: 'erasure' });
    await expect(end(desk, id, { what: 'nothing_stored' })).rejects.toThrow('request.access_open');
    expect(await desk.get('requests.get', { id })).toMatchObject({ state: 'identified' });
    expect(await desk.get('requests.get', { id: access.id })).toMatchObject({
      email: 'Ann@Example.com',
    });
    await end(desk, access.id, { what: 'nothing_stored' });
    expect(await end(desk, id, { what: 'nothing_stored' })).toMatchObject({ state: 'answered' });
    expect(await desk.get('requests.get', { id: access.id })).toMatchObject({ email: null });
  });

  it('is not said by a clock in doubt', async () => {
    const desk = await unlockedDesk();
    const { id } = await identified(desk);
    desk.nowMs += 400 * DAY_MS;
    await expect(end(desk, id, { what: 'nothing_stored' })).rejects.toThrow(
      'retention.clock_ahead',
    );
  });
});

describe('what is kept of requests', () => {
  /** Straight in the database. */
  async function stored(changes: Partial<Entering> = {}) {
    const test = await openTestStore();
    const id = await enter(test, changes);
    return { test, id };
  }

  async function enter(test: TestStore, changes: Partial<Entering> = {}) {
    const context = laneContext(test.store, 'request.entered');
    const user = { id: 'ann', name: 'Stella', role: 'steward' } as const;
    const desktop = { timeZone: () => 'Europe/Berlin' } as never;
    return enterRequest(
      { ...context, user, desktop },
      { ...asked(changes), note: changes.note ?? '' },
    );
  }

  const addresses = ({ connection }: TestStore) =>
    connection.prepare('select email_key from requests order by rowid').pluck().all();

  it('goes with its steps and its traces when its time is over, open ones as well', async () => {
    const { test } = await stored({ email: 'trace-of-ann@example.com' });
    const past = NOW_MS + 1_095 * DAY_MS;
    await sweepExpired(openAgain(test), { nowMs: past - 1 });
    expect(addresses(test)).toHaveLength(1);
    await sweepExpired(openAgain(test), { nowMs: past });
    expect(addresses(test)).toEqual([]);
    expect(test.connection.prepare('select count(*) from request_steps').pluck().get()).toBe(0);
    expect(filesWith(test.file, test.key, 'trace-of-ann@example.com')).toEqual([]);
  });

  it('by a participant leaves an open request its address, and says so in it', async () => {
    const { test, id } = await stored();
    const closed = await enter(test);
    await endRequest(test.store, closed, 'withdrawn', NOW_MS);
    insertRows(test, 'participations', [participation({ email_key: ANN, channel: 'kiosk' })]);
    const erase = (channel: 'kiosk' | 'preview') =>
      test.store.transaction().execute((transaction) =>
        erasePerson(
          transaction,
          {
            ...{ origin: { channel }, emailKey: ANN, nowMs: NOW_MS, trustedMs: NOW_MS },
            rows: [],
          },
          'person',
        ),
      );
    await erase('preview');
    expect(addresses(test)).toEqual([ANN, ANN]);
    await erase('kiosk');
    expect(addresses(test)).toEqual([ANN, null]);
    const { steps } = await readRequest(test.store, id, NOW_MS);
    expect(steps.at(-1)).toMatchObject({ user: 'system', step: { what: 'erased_in_chat' } });
    await endRequest(test.store, id, 'withdrawn', NOW_MS);
    await erase('kiosk');
    expect(addresses(test)).toEqual([null, null]);
    await scrub(openAgain(test), NOW_MS);
    expect(filesWith(test.file, test.key, 'Ann@Example.com')).toEqual([]);
  });

  it('stays while a legal hold about the person is in force', async () => {
    const { test } = await stored();
    const untilMs = NOW_MS + 3_000 * DAY_MS;
    const subject = { kind: 'person', email: ANN } as const;
    const hold = { subject, reason: 'Lawsuit', untilMs };
    await requestHold(test.store, { id: 'u1', name: 'Stella' }, hold, NOW_MS);
    const id = test.connection.prepare('select id from legal_holds').pluck().get() as string;
    await approveHold(test.store, { id: 'u2', name: 'Amir' }, id, NOW_MS);
    await sweepExpired(openAgain(test), { nowMs: NOW_MS + 1_095 * DAY_MS });
    expect(addresses(test)).toEqual([ANN]);
    await sweepExpired(openAgain(test), { nowMs: untilMs });
    expect(addresses(test)).toEqual([]);
  });

  it('is remembered as erased for as long as a backup may have its address', async () => {
    const { test } = await stored();
    await eraseOnRequest(laneContext(test.store), { email: ANN });
    const until = test.connection.prepare('select until_ms from erasures').pluck().get();
    expect(until).toBe(NOW_MS + 1_095 * DAY_MS);
  });

  it('is remembered as erased by the longest time that was ever set, of requests', async () => {
    const { test } = await stored();
    const record = async () => undefined;
    for (const days of [3_000, 365, 400])
      await setRequestSettings({ store: test.store, record }, { days });
    await eraseOnRequest(laneContext(test.store), { email: ANN });
    const until = test.connection.prepare('select until_ms from erasures').pluck().get();
    expect(until).toBe(NOW_MS + 3_000 * DAY_MS);
  });
});

it('fewer days shorten what is kept, more do not lengthen it', async () => {
  const desk = await unlockedDesk();
  const { id } = await desk.get('requests.enter', asked());
  await end(desk, id, { what: 'withdrawn' });
  const kept = async () => daysKept(await desk.get('requests.get', { id }));
  await desk.get('requests.setSettings', { days: 365 });
  expect(await kept()).toBe(365);
  await desk.get('requests.setSettings', { days: 2_000 });
  expect(await kept()).toBe(365);
  desk.nowMs += 366 * DAY_MS;
  await expect(desk.get('requests.get', { id })).rejects.toThrow('request.not_found');
});

it('the instructions are copied in the language of the person', async () => {
  const desk = await unlockedDesk();
  await desk.get('requests.copyInstructions', { format: 'pdf', language: 'de' });
  expect(desk.clipboard.at(-1)).toContain('Die Datei ist ein PDF mit Passwort.');
  expect(desk.clipboard.at(-1)).not.toContain('{{');
});
