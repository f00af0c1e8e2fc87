import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  lockAtEnd,
  openDesk,
  saveLesson,
  takePart,
  type UnlockedDesk,
} from '../../../tests/support/desk';
import { sharedFolder, temporaryFolder } from '../../../tests/support/folder';
import { createWorkspace, PASSPHRASE } from '../../../tests/support/workspace';

const workerScript = await bundledWorker();
const HANDED_OVER = 'first passphrase of vera';
const VERA = 'quiet river under seven bridges';
const ANN = 'ann.lee@example.com';
const table = 'participations' as const;
const template = sharedFolder();

/** Two people have taken part; Vera may look at data, and nothing else. */
beforeAll(async () => {
  await createWorkspace(template);
  const desk = await unlocked(template, 'Admin', PASSPHRASE);
  await saveLesson(desk);
  for (const email of [ANN, 'bob@example.com']) await takePart(desk, email);
  await desk.get('users.add', { name: 'Vera', role: 'viewer', passphrase: HANDED_OVER });
  await desk.workspace.lock();
  const hers = await unlocked(template, 'Vera', HANDED_OVER);
  await hers.get('me.changePassphrase', { current: HANDED_OVER, next: VERA });
  await hers.workspace.lock();
}, 60_000);

async function unlocked(folder: string, name: string, passphrase: string): Promise<UnlockedDesk> {
  const desk = openDesk(folder, workerScript);
  const status = await desk.get('workspace.status', undefined);
  const users = status.state === 'locked' ? status.users : [];
  const userId = users.find((user) => user.name === name)?.id ?? '';
  await desk.get('workspace.unlock', { userId, passphrase });
  const experiences = name === 'Admin' ? await desk.get('experiences.list', undefined) : [];
  return Object.assign(desk, { folder, experienceId: experiences[0]?.id ?? '' });
}

async function signedIn(name: string, passphrase: string): Promise<UnlockedDesk> {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const desk = await unlocked(folder, name, passphrase);
  lockAtEnd(desk);
  return desk;
}

const asVera = () => signedIn('Vera', VERA);

async function asMaskedSteward(): Promise<UnlockedDesk> {
  const desk = await signedIn('Admin', PASSPHRASE);
  await desk.get('masking.setMine', { isMasked: true });
  return desk;
}

const list = (desk: UnlockedDesk, more: object) =>
  desk.get('data.page', { table, limit: 10, ...more });
const searching = (desk: UnlockedDesk, search: string) => list(desk, { filter: { search } });

describe('a viewer', () => {
  it('sees no address, name or phone number in the clear, wherever they look', async () => {
    const desk = await asVera();
    const { rows } = await list(desk, {});
    const [row] = rows;
    const shown = JSON.stringify([
      rows,
      await desk.get('data.row', { table, id: row?.id ?? 0 }),
      await desk.get('privacy.timeline', { email: ANN, limit: 100 }),
      await desk.get('privacy.suggest', { prefix: 'ann' }),
      await desk.get('holds.list', undefined),
    ]);
    expect(shown).toContain('a•••@e•••.com');
    expect(shown).not.toContain('ann.lee');
    expect(shown).not.toContain('bob@');
  });

  it('cannot guess an address letter by letter: only as a whole it finds its rows', async () => {
    const desk = await asVera();
    for (const part of ['a', 'ann', 'lee@', 'ann.lee@', '@example.com', 'example']) {
      await expect(searching(desk, part)).rejects.toThrow('data.masked_search');
    }
    for (const part of ['lee@example.com', 'ann.lee@example.co', 'n.lee@example.com']) {
      expect((await searching(desk, part)).total).toBe(0);
    }
    const found = await searching(desk, ' Ann.Lee@Example.com ');
    expect(found.rows).toMatchObject([{ cells: { email: 'a•••@e•••.com' }, isMasked: true }]);
    expect((await desk.get('privacy.find', { email: 'lee@example.com' })).tables).toEqual([]);
    expect((await desk.get('privacy.find', { email: 'ann' })).tables).toEqual([]);
    expect((await desk.get('privacy.find', { email: ANN })).tables).not.toEqual([]);
  });

  it('sorts by nothing that is masked, also not by a saved view or a list from before', async () => {
    const desk = await asVera();
    const sort = { column: 'email', descending: false };
    await expect(list(desk, { sort })).rejects.toThrow('data.masked_order');
    for (const column of ['firstname', 'phone', 'zip']) {
      const byColumn = { sort: { column, descending: false } };
      await expect(list(desk, byColumn)).rejects.toThrow('data.masked_order');
    }
    expect(
      (await list(desk, { sort: { column: 'experience_name', descending: true } })).total,
    ).toBe(2);
    const layout = { filter: {}, days: null, sort, columns: {}, widths: {} };
    const [view] = await desk.get('views.save', { table, name: 'By address', layout });
    await expect(list(desk, { sort: view?.layout.sort })).rejects.toThrow('data.masked_order');

    const what = { kind: 'column', column: 'email' } as const;
    await desk.get('masking.reveal', { table, what, reason: 'Claim 4711' });
    const sorted = await list(desk, { sort });
    expect(sorted.rows.map((row) => row?.cells.email)).toEqual([ANN, 'bob@example.com']);
    await desk.get('masking.hide', undefined);
    await expect(list(desk, { sort, list: sorted.list })).rejects.toThrow('data.masked_order');
    expect((await list(desk, { list: sorted.list })).list).not.toBe(sorted.list);
  });

  it.each(['constructor', '__proto__', 'email_key', 'EMAIL', 'rowid'])(
    'learns nothing from an order by “%s”, which is no column',
    async (column) => {
      const desk = await asVera();
      const { rows } = await list(desk, { sort: { column, descending: true } });
      expect(rows.map((row) => row?.id)).toEqual([2, 1]);
      expect(desk.failures).toEqual([]);
    },
  );

  it('searches parts of a column that was shown with a reason, and of that column only', async () => {
    const desk = await asVera();
    const what = { kind: 'column', column: 'firstname' } as const;
    await desk.get('masking.reveal', { table, what, reason: 'Claim 4711' });
    expect((await searching(desk, 'ann')).total).toBe(0);
    expect((await searching(desk, ANN)).total).toBe(1);
    expect((await searching(desk, 'lee@example.com')).total).toBe(0);
    await desk.get('masking.reveal', {
      table,
      what: { kind: 'column', column: 'email' },
      reason: 'Claim 4711',
    });
    expect((await searching(desk, 'lee@')).total).toBe(1);
    const other = { table: 'customers' as const, limit: 10, filter: { search: 'lee@' } };
    await expect(desk.get('data.page', other)).rejects.toThrow('data.masked_search');
  });
});

describe('a steward who sees values masked', () => {
  it('learns nothing from how many rows an export or a deletion would take', async () => {
    const desk = await asMaskedSteward();
    const filter = { search: 'ann.l' };
    const selection = { tables: [table], filter, language: 'en' } as const;
    const refused = [
      desk.get('exports.count', { tables: [table], filter }),
      desk.get('exports.requestRelease', {
        selection: { ...selection, tables: [table] },
        purpose: 'Letters',
      }),
      desk.get('data.deleteAll', { table, filter, confirmedRows: 0 }),
    ];
    for (const each of refused) await expect(each).rejects.toThrow('data.masked_search');
    const counted = async (search: string) =>
      (await desk.get('exports.count', { tables: [table, 'customers'], filter: { search } }))
        .preview;
    expect(await counted('lee@example.com')).toBe(0);
    expect(await counted(ANN)).toBe(2);
    expect(
      await desk.call('data.deleteAll', {
        table,
        filter: { search: 'lee@example.com' },
        confirmedRows: 0,
      }),
    ).toMatchObject({ value: { deleted: 0 } });
  });

  it('exports rows that were selected, of one table, and finds none by them', async () => {
    const desk = await asMaskedSteward();
    const { rows } = await list(desk, {});
    const includeIds = [rows[0]?.id ?? 0, 4_711];
    const count = (filter: object, tables = [table] as string[]) =>
      desk.call('exports.count', { tables, filter } as never);
    expect(await count({ includeIds })).toMatchObject({ value: { preview: 1, collected: 0 } });
    expect(await count({ includeIds, search: 'ann.l' })).toMatchObject({
      error: { code: 'data.masked_search' },
    });
    expect(await count({ includeIds }, [table, 'customers'])).toMatchObject({
      error: { code: 'ipc.invalid_input' },
    });
  });

  it('excludes whole addresses from a draw, not all that hold a part', async () => {
    const desk = await asMaskedSteward();
    const [giveaway] = await desk.get('draws.giveaways', undefined);
    const entries = async (excluded: string) =>
      (
        await desk.get('draws.prepare', {
          giveawayId: giveaway?.giveawayId ?? '',
          chance: 'person',
          prizes: [{ name: 'A bicycle', winners: 1 }],
          substitutes: 0,
          excluded,
          ignoresUnread: true,
          excludesEarlierWinners: false,
          includesPreview: true,
        })
      ).entries;
    for (const part of ['ann', 'lee@example.com', '@', 'ann.lee@'])
      expect(await entries(part)).toBe(2);
    expect(await entries(ANN)).toBe(1);
    // Nor does what is shown of the list beforehand tell of parts.
    const shown = await desk.get('draws.readExclusions', {
      giveawayId: giveaway?.giveawayId ?? '',
      excluded: `ann; lee@example.com; ${ANN}`,
      includesPreview: true,
    });
    expect(shown.map(({ state }) => state)).toEqual(['unread', 'unmatched', 'matched']);
  });
});

describe('showing a masked value', () => {
  it('is refused of what is no column, and with a reason that names somebody', async () => {
    const desk = await asVera();
    const reveal = (column: string, reason = 'Claim 4711') =>
      desk.get('masking.reveal', { table, what: { kind: 'column', column }, reason });
    for (const column of ['ann@example.com', 'email_key', 'created_at', 'constructor', 'value']) {
      await expect(reveal(column)).rejects.toThrow('data.no_such_column');
    }
    for (const reason of ['Ann, ann@example.com', 'call +49 171 1234567']) {
      await expect(reveal('email', reason)).rejects.toThrow('free_text.personal');
    }
    const row = { table, what: { kind: 'row', id: 999 }, reason: 'Claim 4711' } as const;
    await expect(desk.get('masking.reveal', row)).rejects.toThrow('data.row_not_found');
    expect((await desk.get('masking.view', undefined)).revealed).toEqual([]);
  });
});
