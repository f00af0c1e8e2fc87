import {
  type CsvPreset,
  csvPreset,
  type DataFilter,
  type ExportChannels,
  type ExportForm,
  type ExportFormat,
  type ExportHabits,
  type ExportLevel,
  type ExportSelection,
  type Language,
  type Output,
  TABLE_NAMES,
  type TableName,
} from '../../preload/contract';
import { currentLanguage } from '../app/i18n';

export type ExportCount = Output<'exports.count'>;

/** Who gets a row, where there is one per participant. */
export const GROUPS = ['everyone', 'participations', 'winners'] as const;
export type Group = (typeof GROUPS)[number];

/** In which of the tables somebody of a group has a row; what happened to nobody is in the last. */
const GROUP_TABLES: Readonly<Record<Group, readonly TableName[]>> = {
  everyone: TABLE_NAMES.filter((name) => name !== 'runtime_log'),
  participations: ['participations'],
  winners: ['winners'],
};

/** What the user chooses before the obligations. */
export interface Choices extends ExportHabits {
  tables: TableName[];
  group: Group;
  /** Beside the filter of the screen that the export was called from. */
  narrowed: Pick<DataFilter, 'experienceId' | 'from' | 'to'>;
  channels: ExportChannels;
  level: ExportLevel;
  purpose: string;
  /** Null: as the workspace says. */
  deleteWithinDays: number | null;
}

export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const PRESETS: Readonly<Record<Language, CsvPreset>> = { en: 'excel_en', de: 'excel_de' };

export function firstChoices(tables: readonly TableName[]): Choices {
  return {
    form: 'tables',
    file: 'csv',
    preset: PRESETS[currentLanguage()],
    isUtc: false,
    tables: [...tables],
    group: 'everyone',
    narrowed: {},
    channels: 'collected',
    level: 'full',
    purpose: '',
    deleteWithinDays: null,
  };
}

export function habitsOf({ form, file, preset, isUtc }: Choices): ExportHabits {
  return { form, file, preset, isUtc };
}

/** Whose rows are meant: the chosen tables', or those of a group where no table is given. */
export function scopeOf(
  { form, tables, group, narrowed }: Choices,
  given: DataFilter,
  isOfOneTable: boolean,
): { form: ExportForm; tables: TableName[]; filter: DataFilter } {
  if (form === 'tables' || isOfOneTable) return { form, tables, filter: given };
  return { form, tables: [...GROUP_TABLES[group]], filter: { ...given, ...narrowed } };
}

export function formatOf({ file, preset, isUtc }: Choices): ExportFormat {
  return {
    ...csvPreset(file === 'xlsx' ? 'excel_en' : preset, isUtc ? 'UTC' : localTimeZone()),
    file,
  };
}

/** Rows that were selected are all meant; else preview rows are left out, unless there is nothing else. */
export function channelsFor(
  { collected, preview }: ExportCount,
  { includeIds }: DataFilter,
): ExportChannels {
  if (includeIds)
    return collected > 0 && preview > 0 ? 'all' : preview > 0 ? 'preview' : 'collected';
  return collected === 0 && preview > 0 ? 'preview' : 'collected';
}

export function rowsOf({ channels }: Choices, { collected, preview }: ExportCount): number {
  return (channels === 'preview' ? 0 : collected) + (channels === 'collected' ? 0 : preview);
}

/** What is there and not exported, for where it comes from; null where everything is. */
export function leftOutOf(choices: Choices, count: ExportCount) {
  const { channels } = choices;
  if (channels === 'all') return null;
  const which = channels === 'preview' ? 'collected' : 'preview';
  if (count[which] === 0) return null;
  const rows = rowsOf(choices, count);
  return { which, count: count[which], rows, total: rows + count[which] } as const;
}

/** How many of the selected rows have expired or were deleted since; of conversations it is not known. */
export function goneOf(
  { includeIds }: DataFilter,
  { form }: Pick<Choices, 'form'>,
  { collected, preview }: ExportCount,
): number {
  if (!includeIds || form !== 'tables') return 0;
  return includeIds.length - collected - preview;
}

/** Of the rows that one user may export; null where they are not limited. */
export function allowanceOf({ settings, exportedRows: exported }: ExportCount, rows: number) {
  const { releaseAboveRows: limit, releasePeriodHours: hours } = settings;
  if (limit === null) return null;
  return { isSpent: exported + rows > limit, counts: { exported, limit, hours } };
}

export function selectionOf(
  choices: Choices,
  scope: Pick<ExportSelection, 'form' | 'tables' | 'filter'>,
): ExportSelection {
  const { channels, level } = choices;
  return { ...scope, channels, level, format: formatOf(choices), language: currentLanguage() };
}
