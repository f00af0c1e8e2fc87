import { currentLanguage } from '../app/i18n';
import { noon } from './calendar-days';

export function formatDay(isoDay: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full' }).format(noon(isoDay));
}

export function formatDayShort(isoDay: string): string {
  const style = { day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(currentLanguage(), style).format(noon(isoDay));
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(count);
}
