import type { TFunction } from 'i18next';
import en from '../../resources/locales/en/data.json';

type Labelled = keyof typeof en.columns;
type LabelledChannel = keyof typeof en.channels;
type CellWord = keyof typeof en.values;

/** Columns that hold one of a few words. */
const WORDED = ['status', 'action', 'result', 'opt_in'];

function isLabelled(column: string): column is Labelled {
  return Object.hasOwn(en.columns, column);
}

function isLabelledChannel(channel: string): channel is LabelledChannel {
  return Object.hasOwn(en.channels, channel);
}

function isCellWord(value: string): value is CellWord {
  return Object.hasOwn(en.values, value);
}

/** A column that a later table brings along shows its own name until it gets a label. */
export function columnLabel(column: string, t: TFunction<'data'>): string {
  return isLabelled(column) ? t(`columns.${column}`) : column;
}

export function channelLabel(channel: string, t: TFunction<'data'>): string {
  return isLabelledChannel(channel) ? t(`channels.${channel}`) : channel;
}

/** The word that is stored in the user's language; an export has it as it is stored. */
export function cellWord(column: string, value: string, t: TFunction<'data'>): string {
  if (column === 'channel') return channelLabel(value, t);
  return WORDED.includes(column) && isCellWord(value) ? t(`values.${value}`) : value;
}
