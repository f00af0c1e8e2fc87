import type { RowCondition } from '../retention/totals';
import { allTables } from '../store/tables';
import { anyTable } from '../store/tables/any-table';

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
    const [first, ...others] = allTables.map(({ name }) => sessionsIn(anyTable(name)));
    if (!first) return row.val(false);
    const sessions = others.reduce((all, each) => all.union(each), first);
    return row.and([row('email_key', 'is', null), row('session_id', 'in', sessions)]);
  };
}
