import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ChannelName, OBLIGATIONS } from '../../preload/contract';
import { extractWith7Zip } from '../support/archive';
import { bundledWorker } from '../support/bundle';
import { picked } from '../support/chat';
import {
  type UnlockedDesk as Desk,
  lockAtEnd,
  openDesk,
  saveLesson,
  takePart,
  unlockDesk,
  unlockedDesks,
  until,
  userIdOf,
} from '../support/desk';
import { filesHolding, temporaryFolder } from '../support/folder';
import { asksEmail, lessonGraph } from '../support/graphs';
import { DAY_MS, NOW_MS } from '../support/now';
import { PASSPHRASE } from '../support/workspace';

const worker = await bundledWorker();
const unlockedDesk = unlockedDesks(worker);

const NEW = { name: 'Marketing', userName: 'Admin', passphrase: PASSPHRASE, keystore: false };

/** Saves the lesson's graph as the draft of the sample. */
const rowsOf = async (desk: Desk, table: 'participations' | 'customers' = 'participations') =>
  (await desk.get('data.tables', undefined)).find(({ name }) => name === table)?.rows;

describe('the story of the lesson', () => {
  it('is true: take part, be refused, look at the row, export it, delete all', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    expect((await takePart(desk, 'ann@example.com')).messages).toMatchObject([
      { message: { text: 'You are taking part.' } },
    ]);
    expect((await takePart(desk, ' ANN@example.com ')).messages).toMatchObject([
      { message: { text: 'You already take part.' } },
    ]);
    expect(desk.opened).toEqual(['https://example.com/', 'https://example.com/']);

    const page = await desk.get('data.page', { table: 'participations', limit: 50 });
    expect(page).toMatchObject({
      total: 1,
      rows: [
        {
          cells: {
            email: 'ann@example.com',
            experience_name: 'Hello World',
            giveaway_name: 'Summer raffle',
          },
        },
      ],
    });
    const counts = await desk.get('experiences.rowCounts', { id: desk.experienceId });
    expect(counts.giveaway).toMatchObject({ participations: 1 });

    const { ticket, password } = await desk.get('exports.prepare', {
      selection: { tables: ['participations'], channels: 'all', language: 'en' },
      purpose: 'Send the prizes',
      accepted: [...OBLIGATIONS],
    });
    const file = join(temporaryFolder(), 'export.zip');
    desk.chooseFile = async () => file;
    expect(await desk.get('exports.save', { ticket })).toMatchObject({ outcome: 'saved', rows: 1 });
    expect(extractWith7Zip(file, password)).toContain('ann@example.com');

    const table = 'participations';
    expect(await desk.call('data.deleteAll', { table, confirmedRows: 0 })).toMatchObject({
      error: { code: 'data.count_changed', params: { rows: 1 } },
    });
    expect(await desk.get('data.deleteAll', { table, confirmedRows: 1 })).toEqual({
      outcome: 'deleted',
      deleted: 1,
      held: 0,
    });
    expect(await rowsOf(desk)).toBe(0);
    expect((await takePart(desk, 'ann@example.com')).messages).toMatchObject([
      { message: { text: 'You are taking part.' } },
    ]);
    expect(desk.failures).toEqual([]);
  });

  it('tells the data screens what was written and what was deleted', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    await takePart(desk, 'ann@example.com');
    const last = () => desk.events.filter(({ name }) => name === 'data.changed').at(-1)?.payload;
    expect(last()).toEqual({ tables: ['participations', 'variables', 'runtime_log'] });
    await desk.get('data.deleteRow', { table: 'customers', id: 1 });
    expect(last()).toEqual({ tables: ['customers'] });
    expect(await rowsOf(desk, 'customers')).toBe(0);
  });

  it('forgets by itself: expired rows are gone at once, and swept at the next unlock', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    await takePart(desk, 'ann@example.com');
    desk.nowMs = NOW_MS + 61 * DAY_MS;
    expect(await rowsOf(desk)).toBe(0);
    await desk.get('workspace.lock', undefined);
    desk.events.length = 0;
    await unlockDesk(desk);
    // Two months at once: nothing is deleted until somebody says that the date is right.
    await desk.get('retention.confirmClock', undefined);
    await until(() => desk.events.some(({ name }) => name === 'retention.swept'));
    const removed = { participations: 1, variables: 3, runtime_log: 2 };
    expect(desk.events).toContainEqual({
      name: 'retention.swept',
      payload: expect.objectContaining({ removed, complete: true }),
    });
    expect(await desk.get('retention.status', undefined)).toMatchObject({ lastSweep: { removed } });
  });

  it('stores nothing while storage is off, and warns that no limit can be held', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    expect(await desk.get('workspace.setStoreData', { storeData: false })).toMatchObject({
      storeData: false,
    });
    const { problems } = await desk.get('experiences.get', { id: desk.experienceId });
    expect(problems).toMatchObject([{ code: 'limit_not_enforced', moduleId: 'giveaway' }]);
    await takePart(desk, 'ann@example.com');
    for (const { rows } of await desk.get('data.tables', undefined)) expect(rows).toBe(0);
  });
});

describe('a workspace', () => {
  it('is made, locked and unlocked, and tells every change', async () => {
    const desk = openDesk(temporaryFolder(), worker);
    lockAtEnd(desk);
    expect(await desk.get('workspace.status', undefined)).toMatchObject({ state: 'none' });
    const { status: created } = await desk.get('workspace.create', NEW);
    expect(created).toMatchObject({
      state: 'unlocked',
      name: 'Marketing',
      user: { role: 'admin' },
    });
    await desk.get('workspace.lock', undefined);
    expect(await desk.get('workspace.status', undefined)).toMatchObject({
      state: 'locked',
      name: 'Marketing',
    });
    await unlockDesk(desk);
    const states = desk.events
      .filter(({ name }) => name === 'workspace.changed')
      .map(({ payload }) => payload);
    expect(states).toMatchObject([
      { state: 'unlocked' },
      { state: 'locked' },
      { state: 'unlocked' },
    ]);
  });

  it('refuses everything that needs it while it is locked', async () => {
    const desk = await unlockedDesk();
    await desk.get('workspace.lock', undefined);
    expect(await desk.call('experiences.list', undefined)).toMatchObject({
      error: { code: 'workspace.locked' },
    });
  });

  it('stays unlocked when another passphrase or another creation is refused', async () => {
    const desk = await unlockedDesk();
    expect(
      await desk.call('workspace.unlock', { userId: await userIdOf(desk), passphrase: 'wrong' }),
    ).toMatchObject({
      error: { code: 'workspace.wrong_passphrase' },
    });
    expect(await desk.call('workspace.create', NEW)).toMatchObject({
      error: { code: 'workspace.exists' },
    });
    expect(await desk.get('workspace.status', undefined)).toMatchObject({
      state: 'unlocked',
      name: 'Marketing',
    });
    expect(await desk.get('experiences.list', undefined)).toHaveLength(1);
  });

  it('that is damaged says how, and is neither opened nor replaced', async () => {
    const desk = await unlockedDesk();
    const { folder } = desk;
    await desk.get('workspace.lock', undefined);
    truncateSync(join(folder, 'workspace/vault.db'), 0);
    const problem = (code: string) => ({ state: 'damaged', problem: code });
    expect(await desk.get('workspace.status', undefined)).toMatchObject(
      problem('workspace.database_missing'),
    );
    writeFileSync(join(folder, 'workspace/workspace.json'), '{');
    expect(await desk.get('workspace.status', undefined)).toMatchObject(
      problem('workspace.slots_damaged'),
    );
    expect(await desk.call('workspace.create', NEW)).toMatchObject({
      error: { code: 'workspace.exists' },
    });
  });

  it('can be locked in the middle of everything: no answer stays open and nothing half-done is kept', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    const busy = [
      takePart(desk, 'ann@example.com'),
      desk.get('retention.sweep', undefined),
      desk.get('data.deleteAll', { table: 'customers', confirmedRows: 99 }),
    ];
    const settled = Promise.allSettled(busy);
    await desk.get('workspace.lock', undefined);
    for (const result of await settled) {
      if (result.status === 'rejected') expect(result.reason.message).toBe('workspace.locked');
    }
    await unlockDesk(desk);
    expect(await desk.get('data.tables', undefined)).not.toEqual([]);
  });

  it('writes neither passphrase nor answers where they can be read', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    await takePart(desk, 'rhododendron@example.com');
    for (const secret of [PASSPHRASE, 'rhododendron', 'Summer raffle']) {
      expect(filesHolding(desk.folder, secret)).toEqual([]);
    }
  });
});

describe('what does not exist', () => {
  const id = 'nobody';
  const requests: [ChannelName, unknown, string][] = [
    ['experiences.get', { id }, 'experience.not_found'],
    ['experiences.rename', { id, name: 'Name' }, 'experience.not_found'],
    ['experiences.saveDraft', { id, draft: lessonGraph(), revision: 1 }, 'experience.not_found'],
    ['chat.start', { experienceId: id, language: 'en' }, 'experience.not_found'],
    ['chat.answer', { sessionId: id, answer: picked('red') }, 'chat.session_not_found'],
    ['chat.openLink', { sessionId: id }, 'chat.session_not_found'],
    ['chat.idle', { sessionId: id }, 'chat.session_not_found'],
    ['chat.back', { sessionId: id, question: id }, 'chat.session_not_found'],
    ['chat.setLanguage', { sessionId: id, language: 'de' }, 'chat.session_not_found'],
    ['data.deleteRow', { table: 'customers', id: 1 }, 'data.row_not_found'],
    ['exports.save', { ticket: id }, 'export.ticket_not_found'],
    ['exports.copyPassword', { ticket: id }, 'export.ticket_not_found'],
    ['exports.cancel', { ticket: id }, 'export.ticket_not_found'],
  ];

  it('is not found, wherever it is asked for', async () => {
    const desk = await unlockedDesk();
    for (const [channel, input, code] of requests) {
      expect(await desk.call(channel, input as never), channel).toMatchObject({ error: { code } });
    }
    expect(desk.failures).toEqual([]);
  });
});

describe('a draft', () => {
  it('nested however deep is refused, or can be read again', async () => {
    const desk = await unlockedDesk();
    const id = desk.experienceId;
    for (const depth of [100, 1_000, 2_000, 4_000]) {
      let nested: unknown = 'x';
      for (let level = 0; level < depth; level++) nested = { nested };
      const module = asksEmail('greeting', { nested: nested as never });
      const { revision } = await desk.get('experiences.get', { id });
      const draft = { ...lessonGraph(), modules: [module] };
      const saved = await desk.call('experiences.saveDraft', { id, draft, revision });
      if (!saved.ok) expect(saved.error.code).toBe('ipc.invalid_input');
    }
  });

  it('that was saved elsewhere meanwhile is not overwritten', async () => {
    const desk = await unlockedDesk();
    await saveLesson(desk);
    const late = { id: desk.experienceId, draft: lessonGraph(), revision: 1 };
    expect(await desk.call('experiences.saveDraft', late)).toMatchObject({
      error: { code: 'experience.conflict' },
    });
  });
});
