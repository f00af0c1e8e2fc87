import type { TFunction } from 'i18next';
import en from '../../resources/locales/en/data.json';

type Labelled = keyof typeof en.columns;
type LabelledChannel = keyof typeof en.channels;

function isLabelled(column: string): column is Labelled {
  return Object.hasOwn(en.columns, column);
}

function isLabelledChannel(channel: string): channel is LabelledChannel {
  return Object.hasOwn(en.channels, channel);
}

/** A column that a later table brings along shows its own name until it gets a label. */
export function columnLabel(column: string, t: TFunction<'data'>): string {
  return isLabelled(column) ? t(`columns.${column}`) : column;
}

export function channelLabel(channel: string, t: TFunction<'data'>): string {
  return isLabelledChannel(channel) ? t(`channels.${channel}`) : channel;
}
