import type { Cell, PersonRequest, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { DataSchema } from '../../foundation/store/schema';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { Columns } from '../../foundation/store/tables/define-table';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowsIn } from '../../vault/retention/erase-person';
import type { RowCondition } from '../../vault/retention/totals';
import { answeredColumns } from './answered-columns';
import { readableSteps } from './requests/requests-sheet';

interface Options {
  readonly email: string;
  readonly tables: readonly TableName[];
  readonly rowsIn: RowsIn;
  readonly requests: readonly PersonRequest[];
  readonly nowMs: number;
}

/** The rows as a machine reads them (Art. 20 GDPR), a line each; times are ISO 8601 in UTC. */
export function personJson(
  snapshot: Store,
  { email, tables, rowsIn, requests, nowMs }: Options,
): ZippedFile {
  return {
    name: 'data.json',
    content: async function* () {
      const about = { email, created_at: new Date(nowMs).toISOString() };
      yield Buffer.from(`${JSON.stringify(about).slice(0, -1)},"tables":{`);
      for (const [index, table] of tables.entries()) {
        yield Buffer.from(`${index === 0 ? '' : ','}\n${JSON.stringify(table)}:[`);
        yield* rowsOf(snapshot, table, { which: rowsIn(table), nowMs });
        yield Buffer.from(']');
      }
      const asked = requests.map((request) => ({
        ...{ reference: request.reference, kind: request.kind, email: request.email },
        ...{ received_on: request.receivedOn, due_on: request.dueOn, state: request.state },
        ...{ note: request.note, steps: readableSteps(request) },
      }));
      yield Buffer.from(`\n},"requests":${JSON.stringify(asked)}}\n`);
    },
  };
}

async function* rowsOf(
  snapshot: Store,
  table: TableName,
  { which, nowMs }: { which: RowCondition; nowMs: number },
): AsyncGenerator<Buffer> {
  const columns = answeredColumns(table);
  const rows = snapshot
    .selectFrom(anyTable(table))
    .select(Object.keys(columns) as (keyof DataSchema['participations'])[])
    .where(which)
    .orderBy('id')
    .stream();
  let separator = '\n';
  for await (const row of rows) {
    const isPast = Number(row.expires_at) <= nowMs;
    const cells = { ...readable(columns, row), ...(isPast && { kept_by_legal_hold: true }) };
    yield Buffer.from(separator + JSON.stringify(cells));
    separator = ',\n';
  }
}

function readable(columns: Columns, row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { kind }]) => {
      const value = row[name] ?? null;
      const isInstant = kind === 'instant' && value !== null;
      return [name, isInstant ? new Date(value).toISOString() : value];
    }),
  );
}
