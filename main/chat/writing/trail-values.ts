import type { TableName } from '../../../preload/contract';
import { dataTables } from '../../foundation/store/tables';

const MAX_SHOWN = 80;

/** What every row has, and the trail says by other means. */
const KNOWN = new Set(['experience_name', 'channel', 'module_type', 'email_confirmed']);

/** The values of a row in short, by column: what its table shows of it. */
export function trailValues(
  table: TableName,
  row: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const shown = Object.entries(dataTables[table].columns).filter(
    ([name, { technical, kind }]) => !technical && kind !== 'instant' && !KNOWN.has(name),
  );
  return Object.fromEntries(
    shown.flatMap(([name]) => {
      const value = row[name];
      return value === null || value === undefined || value === ''
        ? []
        : [[name, String(value).slice(0, MAX_SHOWN)]];
    }),
  );
}
