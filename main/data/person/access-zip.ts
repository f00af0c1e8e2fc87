import type { LaneContext } from '../../foundation/operation/context';
import { emailKey } from '../../foundation/person/email-key';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowCondition } from '../../vault/retention/totals';
import { dictionaryFile, tableLines } from '../export/data-dictionary';
import { exportedColumns } from '../export/export-columns';
import { sheetFile } from '../export/sheet-file';
import { tableSheet } from '../export/table-sheet';
import {
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from '../export/write-export';
import { personJson } from './person-json';
import { rowsOfPerson } from './person-rows';
import { describeStored } from './stored-data';
import { summaryPage } from './summary-page';
import { listUploads, uploadFile } from './uploads';

/**
 * Writes all that is stored about a person (Art. 15 and 20 GDPR): a summary in plain language, every
 * table as CSV, the same as JSON, and the files that they have uploaded.
 */
export function exportPerson(
  context: Writing & Pick<LaneContext, 'timeZone'>,
  request: FileRequest & { readonly email: string },
): Promise<ExportedFile> {
  return writeExport(context, request, async (snapshot): Promise<Content> => {
    const { nowMs, timeZone } = context;
    const { selection } = request;
    const { language, format } = selection;
    const key = emailKey(request.email);
    const theirs = rowsOfPerson(key);
    const which: RowCondition = (row) => row.and([row('expires_at', '>', nowMs), theirs(row)]);
    const stored = await describeStored(snapshot, key, which, nowMs);
    const uploads = await listUploads(snapshot, which);
    const tables = stored.map(({ table }) => table);
    const summary = summaryPage({ email: key, stored, uploads, nowMs, language, timeZone });
    return {
      totalRows: stored.reduce((sum, { rows }) => sum + rows, 0),
      filesOf: (onRows) => [
        textFile(language === 'de' ? 'zusammenfassung.html' : 'summary.html', summary),
        ...tables.map((table) => {
          const columns = exportedColumns(table, 'full', (text) => text);
          return sheetFile(tableSheet(snapshot, { table, columns, which }), format, { onRows });
        }),
        personJson(snapshot, { email: key, tables, which, nowMs }),
        dictionaryFile(tableLines({ ...selection, tables }), selection),
        ...uploads.map((upload) => uploadFile(snapshot, upload)),
      ],
    };
  });
}

function textFile(name: string, text: string): ZippedFile {
  return {
    name,
    content: async function* () {
      yield Buffer.from(text);
    },
  };
}
