import {
  type DataFilter,
  type ExportChannels,
  type ExportLevel,
  type ExportSelection,
  type Output,
  PLAIN_CSV,
  type TableName,
} from '../../preload/contract';
import { currentLanguage } from '../app/i18n';

export type ExportCount = Output<'exports.count'>;

/** What the user chooses before the obligations. */
export interface Choices {
  tables: TableName[];
  channels: ExportChannels;
  level: ExportLevel;
  format: ExportSelection['format'];
  purpose: string;
  /** Null: as the workspace says. */
  deleteWithinDays: number | null;
}

export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function firstChoices(tables: readonly TableName[]): Choices {
  return {
    tables: [...tables],
    channels: 'collected',
    level: 'full',
    format: { ...PLAIN_CSV, file: 'csv' },
    purpose: '',
    deleteWithinDays: null,
  };
}

/** Preview rows are left out unless asked for, or unless there is nothing else. */
export function channelsFor({ collected, preview }: ExportCount): ExportChannels {
  return collected === 0 && preview > 0 ? 'preview' : 'collected';
}

export function rowsOf({ channels }: Choices, { collected, preview }: ExportCount): number {
  return (channels === 'preview' ? 0 : collected) + (channels === 'collected' ? 0 : preview);
}

/** Of the rows that one user may export; null where they are not limited. */
export function allowanceOf({ settings, exportedRows: exported }: ExportCount, rows: number) {
  const { releaseAboveRows: limit, releasePeriodHours: hours } = settings;
  if (limit === null) return null;
  return { isSpent: exported + rows > limit, counts: { exported, limit, hours } };
}

export function selectionOf(
  { tables, channels, level, format }: Choices,
  filter: DataFilter,
): ExportSelection {
  return { tables, filter, channels, level, format, language: currentLanguage() };
}
