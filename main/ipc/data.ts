import { allTables, columnViews } from '../store/tables';
import type { Handlers } from './router';

export const dataHandlers = {
  'data.tables': async (_, { rows, nowMs }) => {
    const tabs = allTables.filter(({ tab }) => tab);
    return Promise.all(
      tabs.map(async ({ name }) => ({
        name,
        columns: columnViews(name),
        rows: await rows.count(name, nowMs()),
      })),
    );
  },
  'data.page': async ({ table, before, limit }, unlocked) => {
    const nowMs = unlocked.nowMs();
    const rows = await unlocked.rows.page({ table, before, limit, nowMs });
    const last = rows.length === limit ? rows.at(-1)?.id : undefined;
    const total = await unlocked.rows.count(table, nowMs);
    return { rows, total, ...(last !== undefined && { next: last }) };
  },
  'data.deleteRow': ({ table, id }, unlocked) => unlocked.deleteRow(table, id),
  'data.deleteAll': ({ table, confirmedRows }, unlocked) =>
    unlocked.deleteAll(table, confirmedRows),
} satisfies Partial<Handlers>;
