import type { TableName } from '../../preload/contract';
import { emailKey } from '../chat/email-key';
import { dictionaryFile } from '../export/data-dictionary';
import { exportedColumns } from '../export/export-columns';
import {
  type Content,
  type ExportedFile,
  type ExportRequest,
  writeExport,
} from '../export/export-tables';
import { tableFile } from '../export/table-file';
import type { ZippedFile } from '../export/verified-zip';
import type { RowCondition } from '../retention/totals';
import type { Store } from '../store/database';
import { personJson } from './person-json';
import { rowsOfPerson } from './person-rows';
import { describeStored } from './stored-data';
import { summaryPage } from './summary-page';

export interface AccessRequest extends Omit<ExportRequest, 'maxRows'> {
  readonly email: string;
  /** IANA name of the zone that the summary gives times in. */
  readonly timeZone: string;
}

/**
 * Writes all that is stored about a person (Art. 15 and 20 GDPR): a summary in plain language, every
 * table as CSV, the same as JSON, and the files that they have uploaded.
 */
export function exportPerson(store: Store, request: AccessRequest): Promise<ExportedFile> {
  return writeExport(store, request, async (snapshot): Promise<Content> => {
    const { selection, nowMs, timeZone } = request;
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
        ...tables.map((table) => csvFile(snapshot, table, { which, format, onRows })),
        personJson(snapshot, { email: key, tables, which, nowMs }),
        dictionaryFile({ ...selection, tables }),
        ...uploads.map((upload) => uploadFile(snapshot, upload)),
      ],
    };
  });
}

export interface Upload {
  readonly id: number;
  /** In the zip, where names can be read without the password. */
  readonly name: string;
  /** As it was uploaded. */
  readonly originalName: string;
}

async function listUploads(snapshot: Store, which: RowCondition): Promise<Upload[]> {
  const files = await snapshot
    .selectFrom('files')
    .select(['id', 'file_name'])
    // Conditions are over any data table.
    .where(which as never)
    .where('content', 'is not', null)
    .orderBy('id')
    .execute();
  return files.map(({ id, file_name }, index) => {
    const [ending = ''] = file_name?.match(/\.[A-Za-z0-9]{1,8}$/) ?? [];
    return { id, name: `upload-${index + 1}${ending}`, originalName: file_name ?? '' };
  });
}

function csvFile(
  snapshot: Store,
  table: TableName,
  rest: Pick<Parameters<typeof tableFile>[1], 'which' | 'format' | 'onRows'>,
): ZippedFile {
  const columns = exportedColumns(table, 'full', (text) => text);
  return tableFile(snapshot, { table, columns, ...rest });
}

function uploadFile(snapshot: Store, { id, name }: Upload): ZippedFile {
  return {
    name,
    content: async function* () {
      const { content } = await snapshot
        .selectFrom('files')
        .select('content')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (content && content.length > 0) yield content;
    },
  };
}

function textFile(name: string, text: string): ZippedFile {
  return {
    name,
    content: async function* () {
      yield Buffer.from(text);
    },
  };
}
