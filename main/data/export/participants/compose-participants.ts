import type { ExportSelection, TableName } from '../../../../preload/contract';
import type { Store } from '../../../foundation/store/database';
import type { RowCondition } from '../../../vault/retention/totals';
import { dictionaryFile, participantLines } from '../data-dictionary';
import { newPseudonyms } from '../export-columns';
import { cutCells } from '../sheet';
import { sheetFile } from '../sheet-file';
import type { Content, Writing } from '../write-export';
import { participantsSheet } from './participants-sheet';
import { liveAt, survey } from './survey';

/**
 * One file with a row per conversation that has one of the rows, and what its columns mean.
 *
 * @throws AppError `export.too_many_columns`
 */
export async function composeParticipants(
  snapshot: Store,
  selection: ExportSelection,
  which: (table: TableName) => RowCondition,
  { nowMs, signal }: Pick<Writing, 'nowMs' | 'signal'>,
): Promise<Content> {
  const { tables, level, format } = selection;
  const found = await survey(snapshot, { tables, which, level, signal, isLive: liveAt(nowMs) });
  const fields = found.columns.finish(newPseudonyms());
  const sheet = participantsSheet(snapshot, found, fields, signal);
  return {
    totalRows: found.sessions.size,
    filesOf: (onRows) => {
      const cuts = cutCells();
      return [
        sheetFile(sheet, format, { onRows, onCut: cuts.note }),
        dictionaryFile(participantLines(fields, selection), selection, cuts),
      ];
    },
  };
}
