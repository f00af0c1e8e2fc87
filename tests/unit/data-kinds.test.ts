import { expect, it } from 'vitest';
import { allTables, columnNames } from '../../main/foundation/store/tables';
import { type DataKind, KINDS_IN } from '../../renderer/retention/kinds';

/** The columns by which a table holds a kind of data. */
const COLUMNS: Partial<Record<DataKind, string>> = {
  email: 'email',
  name: 'lastname',
  address: 'street',
  phone: 'phone',
  prize: 'prize_name',
  participation: 'participation_id',
  consent: 'wording',
  code: 'code',
  points: 'points',
  answer: 'answer',
  file: 'file_name',
  event: 'event',
};

it('names every kind of data that a table has a column for', () => {
  for (const { name } of allTables) {
    const columns: string[] = columnNames(name);
    for (const [kind, column] of Object.entries(COLUMNS)) {
      if (!columns.includes(column) || (kind === 'participation' && name === 'winners')) continue;
      expect(KINDS_IN[name], `${name} holds ${column}`).toContain(kind);
    }
  }
});

it('names no kind that a table has no place for', () => {
  for (const { name } of allTables.filter((table) => table.name !== 'variables')) {
    const columns: string[] = columnNames(name);
    for (const kind of KINDS_IN[name]) expect(columns).toContain(COLUMNS[kind]);
  }
});
