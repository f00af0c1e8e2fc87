import { z } from 'zod';
import { defineModule } from '../define-module';
import { more, optionalDate, optionalTime, timeZone } from '../fields';
import { texts } from './texts';
import { isYearly, phaseAt } from './window';

const settings = z
  .object({
    fromDate: optionalDate,
    fromTime: optionalTime,
    untilDate: optionalDate,
    untilTime: optionalTime,
    timeZone: more(timeZone),
  })
  .refine(({ fromDate, untilDate }) => fromDate !== '' || untilDate !== '', {
    path: ['fromDate'],
    params: { problem: 'setting_missing' },
  })
  .refine(
    ({ fromDate, untilDate }) =>
      fromDate === '' || untilDate === '' || isYearly(fromDate) === isYearly(untilDate),
    { path: ['untilDate'] },
  )
  .refine(isInOrder, { path: ['untilDate'] });

/** Leads on by whether it is before, during or after a time. */
export const dateWindow = defineModule({
  type: 'date_window',
  group: 'decide',
  icon: 'calendar-clock',
  settings,
  texts,
  branches: {
    fixed: [
      { id: 'during', optional: false },
      { id: 'before', optional: true, onlyWith: 'fromDate' },
      { id: 'after', optional: true, onlyWith: 'untilDate' },
    ],
  },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'fromDate',
  step: ({ settings, nowMs, timeZone }) => ({
    go: phaseAt(nowMs, { ...settings, timeZone: settings.timeZone || timeZone }),
  }),
});

/** Every year's time may begin in one year and end in the next; one with a year may not. */
function isInOrder(window: {
  fromDate: string;
  fromTime: string;
  untilDate: string;
  untilTime: string;
}): boolean {
  const { fromDate, fromTime, untilDate, untilTime } = window;
  if (fromDate === '' || untilDate === '' || isYearly(fromDate)) return true;
  if (fromDate !== untilDate) return fromDate < untilDate;
  return untilTime === '' || fromTime < untilTime;
}
