import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useGridKeys } from './use-grid-keys';
import classes from './VirtualGrid.module.css';

const ROW_HEIGHT = 36;
const ROWS_AHEAD = 30;

export interface GridColumn {
  id: string;
  header: ReactNode;
  /** Least width in pixels. */
  min: number;
  /** Share of the space that is left over. */
  grow?: number;
}

interface Props<R> {
  label: string;
  /** How the keys are used. */
  help: string;
  columns: readonly GridColumn[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** The row's cells, in the order of the columns. */
  cells: (row: R) => ReactNode;
  /** Of all pages; -1 where it is not known. */
  rowCount: number;
  isLoadingMore: boolean;
  /** Called when fewer rows than a few screens are left below. */
  onNearEnd: () => void;
  /** A row was clicked, or Enter pressed on it. */
  onOpen?: (row: R) => void;
  onDelete?: (row: R) => void;
}

/** A table of any length: only the rows in sight exist, and its keys select one of all of them. */
export function VirtualGrid<R>(props: Props<R>) {
  const { columns, rows, rowKey, rowCount, onNearEnd } = props;
  const helpId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => (rows[index] ? rowKey(rows[index]) : index),
    estimateSize: () => ROW_HEIGHT,
    // The sticky header covers the top of the scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 8,
  });
  const keys = useGridKeys({
    rows,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: props.onOpen,
    onDelete: props.onDelete,
  });
  const lastShown = virtualizer.getVirtualItems().at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastShown >= rows.length - ROWS_AHEAD) onNearEnd();
  }, [lastShown, rows.length, onNearEnd]);

  const layout = layoutOf(columns);
  const rowId = (row: R) => `${helpId}-row-${rowKey(row)}`;
  const active = keys.active === null ? undefined : rows[keys.active];

  return (
    <div ref={scroller} className={classes.frame}>
      <table
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA makes it a table with keys.
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={helpId}
        aria-rowcount={rowCount === -1 ? -1 : rowCount + 1}
        aria-colcount={columns.length}
        aria-busy={props.isLoadingMore}
        aria-activedescendant={active && rowId(active)}
        style={{ minWidth: layout.minWidth }}
        onKeyDown={keys.onKeyDown}
      >
        <caption className={classes.caption} id={helpId}>
          {props.help}
        </caption>
        <thead className={classes.head}>
          <tr className={classes.row} style={layout} aria-rowindex={1}>
            {columns.map(({ id, header }) => (
              <th key={id} scope="col" className={classes.header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return row ? (
              <tr
                key={key}
                id={rowId(row)}
                aria-rowindex={index + 2}
                aria-selected={index === keys.active}
                className={classes.row}
                style={{ ...layout, transform: `translateY(${start}px)` }}
                onClick={() => {
                  keys.setActive(index);
                  props.onOpen?.(row);
                }}
              >
                {props.cells(row)}
              </tr>
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The same tracks and width for each row, so that columns line up across separate grids. */
function layoutOf(columns: readonly GridColumn[]) {
  return {
    gridTemplateColumns: columns
      .map(({ min, grow }) => (grow ? `minmax(${min}px, ${grow}fr)` : `${min}px`))
      .join(' '),
    minWidth: columns.reduce((sum, { min }) => sum + min, 0),
  };
}
