import type { ExportSelection, Language, TableName } from '../../../preload/contract';
import de from '../../../resources/locales/de/dictionary.json';
import en from '../../../resources/locales/en/dictionary.json';
import { listedColumns } from '../../foundation/store/tables';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { EncodedColumn } from './csv-encoder';
import { exportedColumns } from './export-columns';
import type { Field } from './participants/columns';
import { type CutCells, textSheet } from './sheet';
import { sheetFile } from './sheet-file';

type Texts = typeof en;
const dictionaries: Readonly<Record<Language, Texts>> = { en, de };

type Described = Pick<ExportSelection, 'format' | 'language'>;

/** A column, or what holds for all of a file. */
interface Line {
  readonly sheet: string;
  readonly column: string;
  readonly meaning: string;
  readonly form: string;
  readonly personal: string;
}

/**
 * Says of every column in the zip what it means, in what form it is, and whether it is personal; and
 * what was done to texts, so that it can be undone.
 */
export function dictionaryFile(
  lines: readonly Line[],
  { format, language }: Described,
  cuts?: CutCells,
): ZippedFile {
  const { header, notes } = dictionaries[language];
  const { file, column, meaning, form, personal } = header;
  const about = (sheet: string, title: string, text: string): string[] => [
    ...[`${sheet}.${format.file}`, title, text, '', ''],
  ];
  return sheetFile(
    textSheet('data-dictionary', [file, column, meaning, form, personal], () => [
      ...lines.map((line) => [
        `${line.sheet}.${format.file}`,
        ...[line.column, line.meaning, line.form, line.personal],
      ]),
      format.file === 'csv' ? about('*', '', notes.neutralised) : about('*', '', notes.workbook),
      ...(cuts?.list() ?? []).map((cut) =>
        about(cut.sheet, cut.column, notes.cut.replace('{{cells}}', String(cut.cells))),
      ),
    ]),
    format,
  );
}

/** Of the tables, each with its file. */
export function tableLines({
  tables,
  level,
  format,
  language,
}: ExportSelection): (Line & { readonly sheet: TableName })[] {
  const texts = dictionaries[language];
  return tables.flatMap((table) => {
    const declared = listedColumns(table);
    return exportedColumns(table, level, (text) => text).map((column) => ({
      sheet: table,
      column: column.name,
      meaning: meaningOf(column.name, texts),
      ...restOf(column, declared[column.name]?.personal ?? false, format, texts),
    }));
  });
}

/** Of the file with one row per conversation. */
export function participantLines(
  fields: readonly Field[],
  { format, language }: Described,
): Line[] {
  const texts = dictionaries[language];
  const { topics, parts, first } = texts.participants;
  return fields.map((field) => {
    const { topic, key, title, part, isPersonal } = field;
    const meaning =
      topic === null
        ? ((first as Record<string, string>)[key] ?? meaningOf(key, texts))
        : [
            topics[topic].replace('{{title}}', title).replace('{{key}}', key),
            ...(part === '' ? [] : [(parts as Record<string, string>)[part] ?? part]),
          ].join(' – ');
    return {
      ...{ sheet: 'participants', column: field.name, meaning },
      ...restOf(field, isPersonal, format, texts),
    };
  });
}

const meaningOf = (column: string, { columns }: Texts): string =>
  (columns as Record<string, string>)[column] ?? column;

function restOf(
  { kind }: EncodedColumn,
  isPersonal: boolean,
  { file, times, timeZone, decimalComma }: ExportSelection['format'],
  { forms, personal }: Texts,
): Pick<Line, 'form' | 'personal'> {
  const instant = file === 'xlsx' ? forms.date : times === 'plain' ? forms.plain : forms.instant;
  const number = decimalComma && file === 'csv' ? forms.decimalComma : forms.number;
  const form =
    typeof kind === 'function' ? forms.pseudonym : { instant, number, text: forms.text }[kind];
  return {
    form: form.replace('{{timeZone}}', timeZone),
    personal: isPersonal ? personal.yes : personal.no,
  };
}
