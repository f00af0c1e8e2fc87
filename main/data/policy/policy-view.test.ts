import { expect, it } from 'vitest';
import { lessonGraph } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
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
  expect(tables).toContainEqual({ table: 'participations', rows: 2 });
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
