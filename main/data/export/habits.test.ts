import { expect, it } from 'vitest';
import type { ExportHabits } from '../../../preload/contract';
import { openTestStore } from '../../../tests/support/store';
import { readHabits, setHabits } from './habits';

const HABITS: ExportHabits = {
  form: 'participants',
  file: 'xlsx',
  preset: 'excel_de',
  isUtc: true,
};

it('are kept for each user, and nothing is known before the first export', async () => {
  const { store, connection } = await openTestStore();
  connection.exec(`insert into users (id, name, role, created_at)
    values ('ann', 'Ann', 'steward', 0), ('bob', 'Bob', 'steward', 0)`);
  const ann = { store, user: { id: 'ann', name: 'Ann', role: 'steward' } } as const;
  const bob = { store, user: { id: 'bob', name: 'Bob', role: 'steward' } } as const;
  expect(await readHabits(ann)).toBeNull();
  await setHabits(ann, HABITS);
  expect(await readHabits(ann)).toEqual(HABITS);
  expect(await readHabits(bob)).toBeNull();
});

it('of another version are none', async () => {
  const { store, connection } = await openTestStore();
  connection.exec(`insert into users (id, name, role, created_at, export_habits)
    values ('ann', 'Ann', 'steward', 0, '{"form":"cube"}')`);
  const ann = { store, user: { id: 'ann', name: 'Ann', role: 'steward' } } as const;
  expect(await readHabits(ann)).toBeNull();
});
