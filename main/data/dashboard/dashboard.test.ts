import { describe, expect, it } from 'vitest';
import { asksEmail, chain, raffles, says } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
import { deleteAll } from '../../vault/retention/deletions';
import { conversations } from './conversations';
import { funnel } from './funnel';
import { participationDays } from './participations';
import { tableStorage } from './storage';

const nowIn = ({ store }: TestStore) => ({ store, nowMs: NOW_MS });

const inKiosk = (sessions: number, changes = {}) =>
  Array.from({ length: sessions }, (_, index) =>
    participation({ channel: 'kiosk', session_id: `s${index}`, ...changes }),
  );

it('the experience with most conversations comes first, without what expired or was a preview', async () => {
  const test = await openTestStore();
  insertRows(test, 'participations', [
    ...inKiosk(2, { experience_id: 'some' }),
    ...inKiosk(3, { experience_id: 'most' }),
    ...inKiosk(9, { experience_id: 'some', expires_at: NOW_MS }),
    participation({ experience_id: 'tried', channel: 'preview' }),
  ]);
  insertRows(test, 'winners', inKiosk(1, { experience_id: 'most' }));
  expect(await conversations(nowIn(test), { channel: 'kiosk' })).toEqual([
    { experienceId: 'most', conversations: 3 },
    { experienceId: 'some', conversations: 2 },
  ]);
});

describe('participations per day', () => {
  it('tell kiosk and preview apart, day by day, without what expired or is older', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [
      ...inKiosk(3),
      ...inKiosk(2, { created_at: NOW_MS - DAY_MS }),
      participation({ channel: 'preview' }),
      ...inKiosk(4, { expires_at: NOW_MS }),
      ...inKiosk(5, { created_at: NOW_MS - 3 * DAY_MS }),
    ]);
    expect(await participationDays(nowIn(test), { days: 3 })).toEqual([
      { day: '2026-07-13', kiosk: 0, preview: 0 },
      { day: '2026-07-14', kiosk: 2, preview: 0 },
      { day: '2026-07-15', kiosk: 3, preview: 1 },
    ]);
  });

  it('do not fall when rows go, but for groups under ten people', async () => {
    const test = await openTestStore();
    const table = 'participations' as const;
    insertRows(test, table, [...inKiosk(12), ...inKiosk(9, { created_at: NOW_MS - DAY_MS })]);
    await deleteAll(test.store, { name: 'Grace' }, { table, confirmedRows: 21 }, NOW_MS);
    insertRows(test, table, inKiosk(1));
    expect(await participationDays(nowIn(test), { days: 2 })).toEqual([
      { day: '2026-07-14', kiosk: 0, preview: 0 },
      { day: '2026-07-15', kiosk: 13, preview: 0 },
    ]);
  });

  it('leave totals of other tables and of days before out', async () => {
    const test = await openTestStore();
    insertRows(test, 'winners', inKiosk(12));
    insertRows(test, 'participations', inKiosk(12, { created_at: NOW_MS - 2 * DAY_MS }));
    for (const table of ['winners', 'participations'] as const) {
      await deleteAll(test.store, { name: 'Grace' }, { table, confirmedRows: 12 }, NOW_MS);
    }
    expect(await participationDays(nowIn(test), { days: 2 })).toMatchObject([
      { kiosk: 0 },
      { kiosk: 0 },
    ]);
  });

  it.each([30, 90])('has each of %i days when there are no rows', async (days) => {
    const empty = await participationDays(nowIn(await openTestStore()), { days });
    expect(new Set(empty.map(({ day }) => day)).size).toBe(days);
    expect(empty.at(-1)).toEqual({ day: '2026-07-15', kiosk: 0, preview: 0 });
  });
});

describe('the funnel', () => {
  const experienceId = 'experience-1';
  const address = { ...asksEmail('address'), name: 'Who are you?' };
  const flow = () => chain(says('hello'), address, raffles('raffle'));

  async function withFlow(draft = flow()) {
    const test = await openTestStore();
    await new Experiences(test.store).create(experienceId, 'Hello World', draft, NOW_MS);
    return test;
  }

  it('counts each session once per module, in the order of the flow', async () => {
    // The order of the modules is not that of the flow.
    const { start, modules, edges } = flow();
    const test = await withFlow({ start, modules: modules.toReversed(), edges });
    insertRows(test, 'participations', [
      ...inKiosk(2, { module_id: 'raffle' }),
      ...inKiosk(3, { module_id: 'address' }),
      ...inKiosk(2, { module_id: 'address' }),
    ]);
    insertRows(test, 'winners', inKiosk(4, { module_id: 'address' }));
    expect(await funnel(nowIn(test), { experienceId, channel: 'kiosk' })).toEqual([
      {
        moduleId: 'address',
        moduleType: 'email',
        moduleName: 'Who are you?',
        inFlow: true,
        sessions: 4,
      },
      { moduleId: 'raffle', moduleType: 'giveaway', moduleName: null, inFlow: true, sessions: 2 },
    ]);
  });

  it('keeps channels and experiences apart, and leaves expired rows out', async () => {
    const test = await withFlow();
    insertRows(test, 'participations', [
      participation({ module_id: 'raffle', channel: 'preview' }),
      ...inKiosk(3, { module_id: 'raffle', expires_at: NOW_MS }),
      ...inKiosk(3, { module_id: 'raffle', experience_id: 'another' }),
    ]);
    const sessions = async (channel: 'kiosk' | 'preview') =>
      (await funnel(nowIn(test), { experienceId, channel })).map((step) => step.sessions);
    expect(await sessions('kiosk')).toEqual([0, 0]);
    expect(await sessions('preview')).toEqual([0, 1]);
  });

  it('ends with modules that the flow has lost', async () => {
    const test = await withFlow();
    insertRows(test, 'participations', inKiosk(2, { module_id: 'gone' }));
    const steps = await funnel(nowIn(test), { experienceId, channel: 'kiosk' });
    expect(steps.at(-1)).toEqual({
      moduleId: 'gone',
      moduleType: null,
      moduleName: null,
      inFlow: false,
      sessions: 2,
    });
  });

  it('is refused for an experience that is not there', async () => {
    const test = await openTestStore();
    const asking = funnel(nowIn(test), { experienceId, channel: 'kiosk' });
    await expect(asking).rejects.toMatchObject({ code: 'experience.not_found' });
  });
});

describe('storage', () => {
  it('counts live rows, and those that expire in 7 and 30 days', async () => {
    const test = await openTestStore();
    const expiring = (days: number) => participation({ expires_at: NOW_MS + days * DAY_MS });
    insertRows(test, 'participations', [0, 1, 7, 8, 30, 31].map(expiring));
    insertRows(test, 'winners', [expiring(31)]);
    const tables = await tableStorage(nowIn(test));
    expect(tables.filter(({ rows }) => rows > 0)).toEqual([
      { table: 'participations', rows: 5, in7Days: 2, in30Days: 4 },
      { table: 'winners', rows: 1, in7Days: 0, in30Days: 0 },
    ]);
  });

  it('lists every table when there are no rows', async () => {
    const tables = await tableStorage(nowIn(await openTestStore()));
    expect(tables).toHaveLength(11);
    expect(tables).toContainEqual({ table: 'customers', rows: 0, in7Days: 0, in30Days: 0 });
  });
});
