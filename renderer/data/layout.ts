import dayjs from 'dayjs';
import { type DataFilter, NEWEST_FIRST, type TableLayout } from '../../preload/contract';

/** How a table is looked at before anybody has changed it. */
export const STANDARD_LAYOUT: TableLayout = {
  filter: {},
  days: null,
  sort: NEWEST_FIRST,
  columns: {},
  widths: {},
};

/** What main is asked for: days are counted back from the end of today. */
export function filterOf({ filter, days }: TableLayout, search: string): DataFilter {
  const text = search.trim();
  return {
    ...filter,
    ...(days !== null && {
      from: dayjs()
        .startOf('day')
        .subtract(days - 1, 'day')
        .valueOf(),
    }),
    ...(text !== '' && { search: text }),
  };
}

/** Sets parts of a filter; what is undefined is left out of it. */
export function withFilter(
  layout: TableLayout,
  changes: { [K in keyof TableLayout['filter']]?: TableLayout['filter'][K] | undefined },
): TableLayout {
  const filter = Object.fromEntries(
    Object.entries({ ...layout.filter, ...changes }).filter(([, value]) => value !== undefined),
  );
  return { ...layout, filter };
}

export const isFiltered = ({ filter, days }: TableLayout, search: string): boolean =>
  search.trim() !== '' || days !== null || Object.keys(filter).length > 0;
