import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';

/**
 * What is stored about a person: the rows with their address, and those of the same conversations that
 * carry none. Rows are tied to an address as soon as it is known; what comes after a module has
 * emptied the variable is not.
 */
export function rowsOfPerson(emailKey: string): RowCondition {
  return (row) => row.or([row('email_key', '=', emailKey), anonymousRowsOf(emailKey)(row)]);
}

/** The rows of the person's conversations that carry no address. */
export function anonymousRowsOf(emailKey: string): RowCondition {
  return (row) => {
    const sessionsIn = (table: 'participations') =>
      row.selectFrom(table).select('session_id').where('email_key', '=', emailKey);
    const sessions = allTables
      .map(({ name }) => sessionsIn(anyTable(name)))
      .reduce((all, each) => all.union(each));
    return row.and([row('email_key', 'is', null), row('session_id', 'in', sessions)]);
  };
}
