import { readDate } from '../ask/calendar-date';
import type { Line } from '../ask/line';

/** Any day that exists, as `YYYY-MM-DD`. */
export const dateLine: Line<unknown, 'invalid'> = {
  format: 'date',
  read: (typed) => {
    const value = readDate(typed);
    return value === null ? { refused: 'invalid' } : { value };
  },
};
