import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { ResizeHandle } from './ResizeHandle';
import classes from './VirtualGrid.module.css';

export interface GridColumn {
  id: string;
  header: ReactNode;
  /** Least width in pixels. */
  min: number;
  /** In pixels, as far as there is room; it takes no more. */
  want?: number;
  /** Share of the space that is left over. */
  grow?: number;
  /** The last column: at the right edge, however far the others are scrolled. */
  isFrozen?: boolean;
  /** In pixels, where the user has set it. */
  width?: number | undefined;
  /** Where the rows can be sorted by it. */
  sort?: { direction: 'ascending' | 'descending' | null; onSort: () => void };
  /** Where the width can be changed; null sets it back. */
  resize?: { label: string; onResize: (width: number | null) => void };
}

export function GridHeader({ column }: { column: GridColumn }) {
  const { header, sort, resize } = column;
  return (
    <th
      scope="col"
      className={column.isFrozen ? `${classes.header} ${classes.frozen}` : classes.header}
      // Its buttons are no part of its name.
      {...(typeof header === 'string' && { 'aria-label': header })}
      {...(sort && { 'aria-sort': sort.direction ?? 'none' })}
    >
      {sort ? (
        <button type="button" className={classes.sort} onClick={sort.onSort}>
          <span>{header}</span>
          {sort.direction === 'ascending' && <ArrowUp size={13} aria-hidden />}
          {sort.direction === 'descending' && <ArrowDown size={13} aria-hidden />}
        </button>
      ) : (
        header
      )}
      {resize && <ResizeHandle width={column.width ?? null} min={column.min} {...resize} />}
    </th>
  );
}
