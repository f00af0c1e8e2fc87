import { expect, it } from 'vitest';
import { asksEmail, chain, lessonGraph } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
import { approveHold, listHolds, requestHold } from '../../vault/retention/holds';
import { writeRule } from '../../vault/retention/rules';
import { policyView } from './policy-view';

it('shows for each table of each module how long it is kept, by whose word, and its rows', async () => {
  const test = await openTestStore();
  await new Experiences(test.store).create('e', 'Hello World', lessonGraph(), NOW_MS);
  const moduleId = lessonGraph().modules.find(({ type }) => type === 'giveaway')?.id ?? '';
  insertRows(test, 'participations', [
    participation({ module_id: moduleId }),
    participation({ module_id: moduleId, expires_at: NOW_MS }),
    participation({ module_id: 'deleted' }),
  ]);
  const rule = { moduleId: null, enabled: true, days: 30 };
  await writeRule(test.store, { ...rule, table: 'participations' });
  await writeRule(test.store, { ...rule, table: 'winners', enabled: false });

  const { rules, tables, effective } = await policyView({ store: test.store, nowMs: NOW_MS });
  expect(rules).toHaveLength(3);
  expect(tables).toContainEqual({
    table: 'participations',
    rows: 2,
    held: 0,
    heldPast: 0,
    firstExpiryMs: NOW_MS + 60 * DAY_MS,
    lastExpiryMs: NOW_MS + 60 * DAY_MS,
  });
  expect(tables).toContainEqual(
    expect.objectContaining({ table: 'files', rows: 0, firstExpiryMs: null, lastExpiryMs: null }),
  );
  const ofGiveaway = effective.filter((place) => place.moduleId === moduleId);
  expect(ofGiveaway).toEqual([
    expect.objectContaining({
      experienceName: 'Hello World',
      moduleType: 'giveaway',
      table: 'participations',
      declaredDays: 60,
      days: 30,
      cappedBy: 'table',
      offBy: null,
      rows: 1,
    }),
    expect.objectContaining({ table: 'winners', offBy: 'table' }),
    expect.objectContaining({ table: 'variables', days: 60, cappedBy: null }),
    expect.objectContaining({ table: 'runtime_log', days: 7 }),
  ]);
});

it('names modules as their authors do, first as the draft has them', async () => {
  const test = await openTestStore();
  const experiences = new Experiences(test.store);
  const asks = (id: string, name?: string) => ({ ...asksEmail(id), ...(name && { name }) });
  const published = chain(asks('a', 'Old'), asks('b', 'Dropped'), asks('c'));
  await experiences.create('e', 'Hello World', published, NOW_MS);
  test.connection
    .prepare(
      `insert into experience_versions (id, experience_id, number, name, note, graph, modules, created_at, created_by)
       values ('v', 'e', 1, '', '', ?, 3, 0, 'Ada')`,
    )
    .run(JSON.stringify(published));
  test.connection
    .prepare(`update experiences set published_version_id = 'v', draft = ?`)
    .run(JSON.stringify(chain(asks('a', 'New'), asks('c'))));
  const { effective } = await policyView({ store: test.store, nowMs: NOW_MS });
  const names = new Map(effective.map(({ moduleId, moduleName }) => [moduleId, moduleName]));
  expect([...names]).toEqual([
    ['a', 'New'],
    ['c', null],
    ['b', 'Dropped'],
  ]);
});

it('tells rows that a legal hold keeps from those that go by themselves', async () => {
  const test = await openTestStore();
  const of = (email: string, days: number) =>
    participation({ email, email_key: email, expires_at: NOW_MS + days * DAY_MS });
  insertRows(test, 'participations', [
    of('ann@example.com', 5),
    of('ann@example.com', -1),
    of('bob@example.com', 9),
    of('bob@example.com', -1),
    of('cleo@example.com', 20),
  ]);
  await requestHold(
    test.store,
    { id: 'u1', name: 'Ada' },
    {
      subject: { kind: 'person', email: 'Ann@example.com' },
      reason: 'Claim 4711',
      untilMs: NOW_MS + 100 * DAY_MS,
    },
    NOW_MS,
  );
  const view = async () => {
    const { tables } = await policyView({ store: test.store, nowMs: NOW_MS });
    return tables.find(({ table }) => table === 'participations');
  };
  const waiting = await view();
  expect(waiting).toMatchObject({ rows: 3, held: 0, firstExpiryMs: NOW_MS + 5 * DAY_MS });

  const [hold] = await listHolds(test.store, NOW_MS);
  await approveHold(test.store, { id: 'u2', name: 'Grace' }, hold?.id ?? '', NOW_MS);
  expect(await view()).toEqual({
    table: 'participations',
    rows: 3,
    held: 1,
    heldPast: 1,
    firstExpiryMs: NOW_MS + 9 * DAY_MS,
    lastExpiryMs: NOW_MS + 20 * DAY_MS,
  });
});
