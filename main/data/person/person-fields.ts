import { type RawBuilder, sql } from 'kysely';
import type { TableName } from '../../../preload/contract';
import { dataTables } from '../../foundation/store/tables';

/** What people are found by. */
export const PERSON_FIELDS = ['email', 'firstname', 'lastname', 'phone'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** Where a table has the field: in a column of its own, or as a variable of that name. */
export function fieldOf(table: TableName, field: PersonField): RawBuilder<string | null> | null {
  if (Object.hasOwn(dataTables[table].columns, field)) return sql.ref<string | null>(field);
  if (table !== 'variables') return null;
  return sql<string | null>`case when name = ${field} then value end`;
}

/** Of the fields that the table has. */
export function fieldsOf(
  table: TableName,
  fields: readonly PersonField[],
): RawBuilder<string | null>[] {
  return fields.flatMap((field) => fieldOf(table, field) ?? []);
}
