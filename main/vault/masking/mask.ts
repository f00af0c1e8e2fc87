import type { Cell, RowView, TableName } from '../../../preload/contract';
import { dataTables } from '../../foundation/store/tables';
import type { Columns } from '../../foundation/store/tables/define-table';

/** As many for each value: its length would say something, too. */
const DOTS = '•••';

/** A value of which only the beginning can be recognised; of an address, both its parts' beginnings. */
export function mask(value: Cell): Cell {
  if (value === null || value === '') return value;
  const text = String(value);
  const at = text.lastIndexOf('@');
  if (at < 1) return beginning(text);
  const [domain, ending] = splitLast(text.slice(at + 1), '.');
  return `${beginning(text.slice(0, at))}@${beginning(domain)}${ending}`;
}

/** What is before the last mark, and the rest with it. */
function splitLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** Of one letter or two, nothing is left. */
function beginning(text: string): string {
  const [first = '', ...others] = text;
  return others.length < 2 ? DOTS : `${first}${DOTS}`;
}

/** A row as it is shown to whom personal values are masked, but for those columns. */
export function maskRow(
  table: TableName,
  row: RowView,
  isRevealed: (column: string) => boolean,
): RowView {
  const columns: Columns = dataTables[table].columns;
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([name, value]) => {
      const isHidden = columns[name]?.personal && !isRevealed(name);
      return [name, isHidden ? mask(value) : value];
    }),
  );
  const isMasked = Object.keys(cells).some((name) => cells[name] !== row.cells[name]);
  return { ...row, cells, isMasked };
}
