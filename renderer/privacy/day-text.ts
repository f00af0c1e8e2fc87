import dayjs from 'dayjs';
import type { IsoDay } from '../../preload/contract';
import { formatDay } from '../ui/format';

/** A day of the calendar in the user's language. */
export function dayText(day: IsoDay): string {
  return formatDay(dayjs(day).valueOf());
}
