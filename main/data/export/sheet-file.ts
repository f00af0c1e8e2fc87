import type { ExportFormat } from '../../../preload/contract';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import { CsvEncoder } from './csv-encoder';
import type { Sheet, Watch } from './sheet';
import { workbookFile } from './workbook-file';

/** A sheet as a file in the zip, in the format that was chosen. */
export function sheetFile(sheet: Sheet, format: ExportFormat, watch: Watch = {}): ZippedFile {
  return format.file === 'xlsx'
    ? workbookFile(sheet, format.timeZone, watch)
    : csvFile(sheet, format, watch);
}

function csvFile({ name, columns, chunks }: Sheet, format: ExportFormat, watch: Watch): ZippedFile {
  return {
    name: `${name}.csv`,
    content: async function* () {
      const encoder = new CsvEncoder(columns, format);
      yield encoder.header();
      for await (const { rows, cells } of chunks()) {
        yield encoder.encode(cells, rows);
        watch.onRows?.(rows);
      }
    },
  };
}
