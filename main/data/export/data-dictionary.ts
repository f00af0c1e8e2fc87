import type { ExportSelection, Language, TableName } from '../../../preload/contract';
import de from '../../../resources/locales/de/dictionary.json';
import en from '../../../resources/locales/en/dictionary.json';
import { BYTE_ORDER_MARK, unparse } from '../../foundation/files/csv';
import { listedColumns } from '../../foundation/store/tables';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import { exportedColumns } from './export-columns';

const dictionaries: Readonly<Record<Language, typeof en>> = { en, de };

/** Says of every column in the zip what it means, in what form it is, and whether it is personal. */
export function dictionaryFile({ tables, level, format, language }: ExportSelection): ZippedFile {
  const texts = dictionaries[language];
  const { file, column, meaning, form, personal } = texts.header;
  const lines = tables.flatMap((table) => linesOf(table, level, format.timeZone, texts));
  const csv = unparse([[file, column, meaning, form, personal], ...lines], format);
  return {
    name: 'data-dictionary.csv',
    content: async function* () {
      yield Buffer.from(format.byteOrderMark ? BYTE_ORDER_MARK + csv : csv);
    },
  };
}

function linesOf(
  table: TableName,
  level: ExportSelection['level'],
  timeZone: string,
  { columns: meanings, forms, personal: words }: typeof en,
): string[][] {
  const declared = listedColumns(table);
  return exportedColumns(table, level, (text) => text).map(({ name, kind }) => {
    const form = typeof kind === 'function' ? forms.pseudonym : forms[kind];
    const personal = declared[name]?.personal ? words.yes : words.no;
    const meaning = (meanings as Record<string, string>)[name] ?? name;
    return [`${table}.csv`, name, meaning, form.replace('{{timeZone}}', timeZone), personal];
  });
}
