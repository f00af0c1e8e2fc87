import type { ColumnView } from '../../preload/contract';

const PLACES: Record<string, number> = {
  created_at: 0,
  email: 1,
  experience_name: 3,
  giveaway_name: 3,
  expires_at: 4,
  channel: 5,
};
const OTHER_PLACE = 2;
const TECHNICAL_PLACE = 6;

/** Who and what first, where from and how long next, ids last; otherwise as declared. */
export function arrangeColumns(columns: readonly ColumnView[]): ColumnView[] {
  return columns.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ name, technical }: ColumnView): number {
  return technical ? TECHNICAL_PLACE : (PLACES[name] ?? OTHER_PLACE);
}

/** Ids, details and columns without any value wait behind the chooser, unless the user decided. */
export function visibleColumns(
  columns: readonly ColumnView[],
  filled: ReadonlySet<string>,
  choices: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map(({ name, technical, detail }) => [
      name,
      choices[name] ?? (!technical && !detail && filled.has(name)),
    ]),
  );
}
