import type { Language, TableName } from '../../../preload/contract';
import deApp from '../../../resources/locales/de/app.json';
import deData from '../../../resources/locales/de/data.json';
import deRecords from '../../../resources/locales/de/records.json';
import enApp from '../../../resources/locales/en/app.json';
import enData from '../../../resources/locales/en/data.json';
import enRecords from '../../../resources/locales/en/records.json';

type RecordWords = typeof enRecords.report;

/** The words of a report, and the names under which screens show tables and columns. */
export interface Words {
  readonly say: RecordWords;
  table(name: TableName): string;
  column(name: string): string;
  date(ms: number): string;
  /** Of a day of the calendar, YYYY-MM-DD. */
  day(day: string): string;
  readonly bases: typeof enRecords.bases;
  readonly specialBases: typeof enRecords.specialBases;
}

const sources = {
  en: { records: enRecords, tables: enApp.tables, columns: enData.columns },
  de: { records: deRecords, tables: deApp.tables, columns: deData.columns },
};

export function wordsOf(language: Language): Words {
  const { records, tables, columns } = sources[language];
  const { report, bases, specialBases } = records;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const names: Readonly<Record<string, string>> = columns;
  return {
    say: report,
    table: (name) => tables[name],
    column: (name) => (name === 'content' ? report.fileContents : (names[name] ?? name)),
    date: (ms) => format.format(ms),
    day: (day) => days.format(Date.parse(day)),
    bases,
    specialBases,
  };
}

/** Fills `{{name}}` in a sentence. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
