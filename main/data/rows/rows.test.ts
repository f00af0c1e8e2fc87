import { describe, expect, it } from 'vitest';
import { NEWEST_FIRST } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  type UnlockedDesk as Desk,
  takePart,
  unlockDesk,
  unlockedDesks,
} from '../../../tests/support/desk';
import { lessonGraph } from '../../../tests/support/graphs';
import { DAY_MS } from '../../../tests/support/now';

const unlockedDesk = unlockedDesks(await bundledWorker());

const table = 'participations' as const;

/** A workspace in which these have taken part in the raffle. */
async function deskWith(...emails: string[]): Promise<Desk> {
  const desk = await unlockedDesk();
  const id = desk.experienceId;
  const { revision } = await desk.get('experiences.get', { id });
  await desk.get('experiences.saveDraft', { id, draft: lessonGraph(), revision });
  for (const email of emails) await takePart(desk, email);
  return desk;
}

const page = (desk: Desk, more: object = {}) =>
  desk.get('data.page', { table, limit: 10, ...more });
const emails = async (desk: Desk, more: object = {}) =>
  (await page(desk, more)).rows.map((row) => row?.cells.email);

describe('a data tab', () => {
  it('sorts, searches and filters what is stored', async () => {
    const desk = await deskWith('ann@example.com', 'cem@example.com', 'bob@example.org');
    expect(await emails(desk)).toEqual(['bob@example.org', 'cem@example.com', 'ann@example.com']);
    const sort = { column: 'email', descending: false };
    expect(await emails(desk, { sort })).toEqual([
      'ann@example.com',
      'bob@example.org',
      'cem@example.com',
    ]);
    expect(await emails(desk, { filter: { search: 'EXAMPLE.org' } })).toEqual(['bob@example.org']);
    expect(await emails(desk, { filter: { channel: 'kiosk' } })).toEqual([]);
    const choices = await desk.get('data.filterChoices', { table });
    expect(choices.experiences).toEqual([{ id: desk.experienceId, name: 'Hello World' }]);
    expect(choices.modules).toMatchObject([{ type: 'giveaway' }]);
  });

  it('keeps the places of a list while rows come and go', async () => {
    const desk = await deskWith('ann@example.com', 'bob@example.com');
    const { list, rows } = await page(desk);
    const [bob, ann] = rows;
    await desk.get('data.deleteRow', { table, id: bob?.id ?? 0 });
    expect((await page(desk, { list })).rows).toEqual([null, ann]);
    expect(await desk.get('data.ids', { list, from: 1, to: 5 })).toEqual([ann?.id]);
    expect((await page(desk)).rows).toEqual([ann]);
    expect((await page(desk, { list, replaces: list })).list).not.toBe(list);
  });

  it('shows a row with all that its conversation has left, and nothing of another', async () => {
    const desk = await deskWith('ann@example.com', 'bob@example.com');
    const [bob] = (await page(desk)).rows;
    const { row, related } = await desk.get('data.row', { table, id: bob?.id ?? 0 });
    expect(row).toEqual(bob);
    expect(related.map((each) => each.table)).toEqual(
      expect.arrayContaining(['customers', 'variables', 'runtime_log']),
    );
    expect(JSON.stringify(related)).toContain('bob@example.com');
    expect(JSON.stringify(related)).not.toContain('ann@example.com');
    expect(await desk.call('data.row', { table, id: 999 })).toMatchObject({
      error: { code: 'data.row_not_found' },
    });
  });

  it('deletes what a filter means or what is selected, with the count and a record of it', async () => {
    const desk = await deskWith('ann@example.com', 'bob@example.org', 'cem@example.com');
    const filter = { search: '.com' };
    expect(await desk.call('data.deleteAll', { table, filter, confirmedRows: 1 })).toMatchObject({
      error: { code: 'data.count_changed', params: { rows: 2 } },
    });
    expect(await desk.get('data.deleteAll', { table, filter, confirmedRows: 2 })).toEqual({
      outcome: 'deleted',
      deleted: 2,
      held: 0,
    });
    expect(desk.events.filter(({ name }) => name === 'data.deleting').at(-1)?.payload).toEqual({
      deleted: 2,
      total: 2,
    });
    const [bob] = (await page(desk)).rows;
    const selected = { includeIds: [bob?.id ?? 0] };
    await desk.get('data.deleteAll', { table, filter: selected, confirmedRows: 1 });
    expect((await page(desk)).total).toBe(0);
    const { entries } = await desk.get('audit.page', { limit: 2 });
    expect(entries.map(({ details }) => details)).toEqual([
      { table, rows: 1, rule: 'selected_rows' },
      { table, rows: 2, rule: 'filtered_rows' },
    ]);
  });
});

describe('masking', () => {
  it('hides personal values in main; who reveals one gives a reason, which is recorded', async () => {
    const desk = await deskWith('ann@example.com', 'bob@example.com');
    await desk.get('masking.setMine', { isMasked: true });
    expect(await emails(desk)).toEqual(['b•••@e•••.com', 'a•••@e•••.com']);
    const [bob] = (await page(desk)).rows;
    const id = bob?.id ?? 0;
    expect(JSON.stringify(await desk.get('data.row', { table, id }))).not.toContain('bob@');

    const what = { kind: 'row' as const, id };
    expect(await desk.call('masking.reveal', { table, what, reason: ' ' })).toMatchObject({
      error: { code: 'ipc.invalid_input' },
    });
    await desk.get('masking.reveal', { table, what, reason: 'A question of the service team' });
    expect(await emails(desk)).toEqual(['bob@example.com', 'a•••@e•••.com']);
    const column = { kind: 'column' as const, column: 'email' };
    await desk.get('masking.reveal', { table, what: column, reason: 'Letters to all' });
    expect(await emails(desk)).toEqual(['bob@example.com', 'ann@example.com']);
    const { entries } = await desk.get('audit.page', { limit: 2 });
    expect(entries).toMatchObject([
      { action: 'rows.revealed', details: { table, column: 'email', reason: 'Letters to all' } },
      { action: 'rows.revealed', details: { table, row: id } },
    ]);
    await desk.get('masking.hide', undefined);
    expect(await emails(desk)).toEqual(['b•••@e•••.com', 'a•••@e•••.com']);
  });

  it('hides who a legal hold is about and who has won', async () => {
    const desk = await deskWith('ann@example.com');
    const [giveaway] = await desk.get('draws.giveaways', undefined);
    const { id } = await desk.get('draws.prepare', {
      giveawayId: giveaway?.giveawayId ?? '',
      chance: 'person',
      prizes: [{ name: 'A bicycle', winners: 1 }],
      substitutes: 0,
      excluded: '',
      ignoresUnread: false,
      excludesEarlierWinners: false,
      includesPreview: true,
    });
    await desk.get('draws.run', { id, publicValue: '' });
    const untilMs = desk.nowMs + DAY_MS;
    const subject = { kind: 'person', email: 'ann@example.com' } as const;
    await desk.get('holds.request', { subject, reason: 'Claim 4711', untilMs });
    const shown = async () => [
      await desk.get('draws.places', { id }),
      await desk.get('holds.list', undefined),
    ];
    const asTheyAre = [[{ email: 'ann@example.com' }], [{ subject: { email: 'ann@example.com' } }]];
    expect(await shown()).toMatchObject(asTheyAre);
    await desk.get('masking.setMine', { isMasked: true });
    expect(await shown()).toMatchObject([
      [{ email: 'a•••@e•••.com' }],
      [{ subject: { email: 'a•••@e•••.com' } }],
    ]);
  });

  it('is for viewers at first; the rule of the workspace is stronger than the own choice', async () => {
    const desk = await deskWith('ann@example.com');
    expect(await desk.get('masking.view', undefined)).toEqual({
      rule: 'viewers',
      isRequired: false,
      isMasked: false,
      revealed: [],
    });
    expect(await desk.get('masking.setRule', { rule: 'everyone' })).toMatchObject({
      isRequired: true,
      isMasked: true,
    });
    await desk.get('masking.setMine', { isMasked: false });
    expect(await emails(desk)).toEqual(['a•••@e•••.com']);
    const { entries } = await desk.get('audit.page', { limit: 1 });
    expect(entries).toMatchObject([{ details: { rule: 'everyone' } }]);
  });
});

describe('saved views', () => {
  const layout = {
    filter: { channel: 'kiosk' as const },
    days: 7,
    sort: NEWEST_FIRST,
    columns: { email: false },
    widths: { created_at: 240 },
  };

  it('are kept over a lock, replaced by name, renamed and removed', async () => {
    const desk = await deskWith();
    await desk.get('views.save', { table, name: 'Stand', layout });
    await desk.get('views.save', { table, name: 'Stand', layout: { ...layout, days: 30 } });
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk);
    const [view] = await desk.get('views.list', undefined);
    expect(view).toMatchObject({ table, name: 'Stand', layout: { ...layout, days: 30 } });
    await desk.get('views.save', { table, name: 'Fair', layout });
    const id = view?.id ?? '';
    expect(await desk.call('views.rename', { id, name: 'Fair' })).toMatchObject({
      error: { code: 'data.view_exists' },
    });
    expect((await desk.get('views.rename', { id, name: 'Booth' })).map(({ name }) => name)).toEqual(
      ['Booth', 'Fair'],
    );
    expect(await desk.get('views.remove', { id })).toMatchObject([{ name: 'Fair' }]);
  });

  it('take no search, which would outlive the rows of whom it names', async () => {
    const desk = await deskWith();
    const searching = { ...layout, filter: { search: 'ann@example.com' } };
    expect(
      await desk.call('views.save', {
        table,
        name: 'Ann',
        layout: searching as object as typeof layout,
      }),
    ).toMatchObject({ error: { code: 'ipc.invalid_input' } });
  });

  it('are not named after somebody, nor is the reason of a hold', async () => {
    const desk = await deskWith();
    const refused = { error: { code: 'free_text.personal' } };
    const name = 'ann@example.com';
    expect(await desk.call('views.save', { table, name, layout })).toMatchObject(refused);
    const [view] = await desk.get('views.save', { table, name: 'Stand', layout });
    expect(await desk.call('views.rename', { id: view?.id ?? '', name })).toMatchObject(refused);
    expect(await desk.get('views.list', undefined)).toMatchObject([{ name: 'Stand' }]);
    const subject = { kind: 'giveaway', giveawayId: 'summer', name: 'Summer' } as const;
    const hold = { subject, untilMs: desk.nowMs + DAY_MS };
    const reason = 'A letter of ann @ example.com';
    expect(await desk.call('holds.request', { ...hold, reason })).toMatchObject(refused);
    expect(await desk.get('holds.list', undefined)).toEqual([]);
  });
});
