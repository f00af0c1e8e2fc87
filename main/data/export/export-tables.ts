import { AppError, type TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowCondition } from '../../vault/retention/totals';
import { countRows } from './count-rows';
import { dictionaryFile, tableLines } from './data-dictionary';
import { exportedColumns, newPseudonyms } from './export-columns';
import { rowsToExport } from './found-rows';
import { composeParticipants } from './participants/compose-participants';
import { cutCells } from './sheet';
import { sheetFile } from './sheet-file';
import { tableSheet } from './table-sheet';
import {
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from './write-export';

/** A document about rows, which main has printed: a lane has no pages. */
export interface Printed {
  readonly name: string;
  readonly content: Uint8Array;
  /** The rows of winners that it is about. */
  readonly winners: readonly number[];
}

/**
 * Writes rows, in one of the forms, with what their columns mean. Rows that have expired are left out,
 * and where a search was released, all but those that it had found then.
 *
 * @throws AppError as {@link requireAllowed}, `draw.winners_changed` when somebody went or declined after it
 * was printed, and what writing the file throws
 */
export function exportTables(
  context: Writing,
  { printed, ...request }: FileRequest & { readonly printed?: Printed | undefined },
): Promise<ExportedFile> {
  return writeExport(context, request, async (snapshot) => {
    const { selection, permit, entry } = request;
    const { nowMs } = context;
    const scope = { selection, permit, entryId: entry.id };
    const which = (table: TableName): RowCondition => rowsToExport(scope, table, nowMs);
    await requireStillWon(snapshot, printed, which);
    if (selection.form === 'participants') {
      return composeParticipants(snapshot, selection, which, context);
    }
    const pseudonymise = newPseudonyms();
    const { tables, level, format } = selection;
    const filesOf: Content['filesOf'] = (onRows) => {
      const cuts = cutCells();
      return [
        ...tables.map((table) => {
          const columns = exportedColumns(table, level, pseudonymise);
          const sheet = tableSheet(snapshot, { table, columns, which: which(table) });
          return sheetFile(sheet, format, { onRows, onCut: cuts.note });
        }),
        dictionaryFile(tableLines(selection), selection, cuts),
        ...(printed ? [fileOf(printed)] : []),
      ];
    };
    return { totalRows: await countRows(snapshot, tables, which), filesOf };
  });
}

const fileOf = ({ name, content }: Printed): ZippedFile => ({
  name,
  content: async function* () {
    yield Buffer.from(content);
  },
});

/** Whose row has gone since, and who has declined since, is in no document, either. */
async function requireStillWon(
  snapshot: Store,
  printed: Printed | undefined,
  which: (table: TableName) => RowCondition,
): Promise<void> {
  if (!printed) return;
  const exported = snapshot.selectFrom(anyTable('winners')).select('id').where(which('winners'));
  const still = await snapshot
    .selectFrom('winners')
    .select('id')
    .where('id', 'in', exported)
    .where('status', '=', 'winner')
    .execute();
  const ids = new Set(still.map(({ id }) => id));
  if (printed.winners.some((id) => !ids.has(id))) throw new AppError('draw.winners_changed');
}
