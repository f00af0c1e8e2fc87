import { createHash } from 'node:crypto';
import {
  type AnswerFormat,
  AppError,
  type Language,
  type PersonSubject,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { writeVerifiedPdf } from '../../foundation/pdf/verified-pdf';
import { emailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { readSnapshot } from '../../foundation/store/snapshot';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowsIn } from '../../vault/retention/erase-person';
import { isStored } from '../../vault/retention/holds';
import { noteWhose } from '../../vault/retention/past-exports';
import { dictionaryFile, tableLines } from '../export/data-dictionary';
import { exportedColumns } from '../export/export-columns';
import { sheetFile } from '../export/sheet-file';
import { tableSheet } from '../export/table-sheet';
import {
  type Beside,
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from '../export/write-export';
import { answerPage } from './answer-page';
import { answeredColumns } from './answered-columns';
import { personJson } from './person-json';
import { rowsOfPerson } from './person-rows';
import { answering } from './requests/answer-request';
import { requestsOfPerson } from './requests/find-request';
import { requestsSheet } from './requests/requests-sheet';
import { describeStored } from './stored-data';
import { addressOf } from './subject';
import { listUploads, uploadFile } from './uploads';

/** Who is answered, and in which language. */
export interface AnswerRequest {
  readonly subject: PersonSubject;
  readonly answerLanguage: Language;
}

/** The page that a person reads, and by what it is known again. */
export interface AnswerPage {
  readonly html: string;
  readonly digest: string;
}

type Reading = Pick<LaneContext, 'store' | 'nowMs' | 'timeZone'>;

/** The page of an answer, to be printed. */
export function composeAnswer({ store, ...at }: Reading, request: AnswerRequest) {
  return readSnapshot(store, async (snapshot): Promise<AnswerPage> => {
    const { html } = await describePerson({ store: snapshot, ...at }, request);
    return { html, digest: digestOf(html) };
  });
}

/**
 * Writes all that is stored about a person (Art. 15 and 20 GDPR): the printed page, every table as CSV,
 * the same as JSON, and the files that they have uploaded. As a PDF, the others are attached to the page.
 *
 * @throws AppError `export.changed_meanwhile` when the page no longer says what is stored, and what
 * {@link writeExport} throws; of a request what keeps it from being answered
 */
export function exportPerson(
  context: Writing & Pick<LaneContext, 'timeZone'>,
  request: FileRequest &
    AnswerRequest & { format: AnswerFormat; printed: Uint8Array; digest: string },
): Promise<ExportedFile> {
  const { format, printed, subject, entry, answerLanguage: language } = request;
  const compose = async (snapshot: Store): Promise<Content> => {
    const { nowMs, timeZone } = context;
    const { selection } = request;
    const person = await describePerson({ store: snapshot, nowMs, timeZone }, request);
    if (digestOf(person.html) !== request.digest) throw new AppError('export.changed_meanwhile');
    const { key, rowsIn, stored, uploads, requests } = person;
    const tables = stored.map(({ table }) => table);
    const page = { name: language === 'de' ? 'auskunft.pdf' : 'answer.pdf', bytes: printed };
    return {
      totalRows: stored.reduce((sum, { rows }) => sum + rows, 0),
      filesOf: (onRows) => [
        ...(format === 'zip' ? [bytesFile(page)] : []),
        ...tables.map((table) => {
          const columns = exportedColumns(table, 'full', (text) => text).filter(
            ({ name }) => name in answeredColumns(table),
          );
          const sheet = tableSheet(snapshot, { table, columns, which: rowsIn(table) });
          return sheetFile(sheet, selection.format, { onRows });
        }),
        ...(requests.length > 0 ? [sheetFile(requestsSheet(requests), selection.format)] : []),
        personJson(snapshot, { email: key, tables, rowsIn, requests, nowMs }),
        dictionaryFile(
          tableLines({ ...selection, tables, language }).filter(
            ({ sheet, column }) => column in answeredColumns(sheet),
          ),
          { ...selection, language },
        ),
        ...uploads.map((upload) => uploadFile(snapshot, upload)),
      ],
      ...(format === 'pdf' && { write: (file, zip) => writeVerifiedPdf(file, printed, zip) }),
    };
  };
  const doing = { actor: entry.user, nowMs: context.nowMs };
  const answered =
    'request' in subject ? answering(subject.request, entry.id, format, doing) : undefined;
  const beside: Beside = {
    enter: async (transaction, exported) => {
      const key = emailKey(await addressOf(transaction, subject, context.nowMs));
      await noteWhose(transaction, entry.id, key);
      await answered?.enter(transaction, exported);
    },
    takeBack: async (transaction) => answered?.takeBack(transaction),
  };
  return writeExport(context, request, compose, beside);
}

async function describePerson({ store, nowMs, timeZone }: Reading, request: AnswerRequest) {
  const { subject, answerLanguage: language } = request;
  const key = emailKey(await addressOf(store, subject, nowMs));
  const theirs = rowsOfPerson(key);
  // What a hold keeps past its time is stored, and they are told so (Art. 15 GDPR).
  const rowsIn: RowsIn = (table) => (row) => row.and([isStored(row, table, nowMs), theirs(row)]);
  const stored = await describeStored(store, key, rowsIn, nowMs);
  const uploads = await listUploads(store, rowsIn('files'));
  const requests = await requestsOfPerson(store, key, nowMs);
  const details = await readSetting(store, 'record_details');
  const html = answerPage({
    ...{ email: key, stored, uploads, requests, details },
    ...{ nowMs, language, timeZone },
  });
  return { key, rowsIn, stored, uploads, requests, html };
}

const digestOf = (html: string): string => createHash('sha256').update(html).digest('hex');

function bytesFile({ name, bytes }: { name: string; bytes: Uint8Array }): ZippedFile {
  return {
    name,
    content: async function* () {
      yield bytes;
    },
  };
}
