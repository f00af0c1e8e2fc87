import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { type GridColumn, GridHeader } from './GridHeader';
import { tallLayout, tallScroll } from './tall-scroll';
import { type GridSelection, useGridKeys } from './use-grid-keys';
import classes from './VirtualGrid.module.css';

const ROW_HEIGHT = 36;
const ROWS_AHEAD = 30;

/** The class of a cell below a header that is frozen. */
export const FROZEN = classes.frozen;

export type { GridColumn } from './GridHeader';
export type { GridSelection } from './use-grid-keys';

interface Props<R> {
  label: string;
  /** How the keys are used. */
  help: string;
  columns: readonly GridColumn[];
  /** A row that is not read yet is a hole. */
  rows: readonly (R | undefined)[];
  rowKey: (row: R) => string;
  /** The row's cells, in the order of the columns. */
  cells: (row: R) => ReactNode;
  /** Of all pages; -1 where it is not known. */
  rowCount: number;
  isLoadingMore: boolean;
  /** When it changes, the rows are others: the grid begins at their top. */
  scrollKey?: string;
  /** Called when fewer rows than a few screens are left below. */
  onNearEnd?: () => void;
  /** Called with the first and the last place in sight. */
  onSight?: (first: number, last: number) => void;
  /** A row was clicked, or Enter pressed on it. */
  onOpen?: (row: R) => void;
  onDelete?: (row: R) => void;
  /** A click on what is marked `data-select` selects its row, too. */
  selection?: GridSelection<R>;
}

/** A table of any length: only the rows in sight exist, and its keys select one of all of them. */
export function VirtualGrid<R>(props: Props<R>) {
  const { columns, rows, rowKey, rowCount, onNearEnd, onSight, selection } = props;
  const helpId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // The sticky header covers the top of the scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 8,
    ...tallScroll,
  });
  const keys = useGridKeys({
    rows,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: props.onOpen,
    onDelete: props.onDelete,
    selection,
  });
  const items = virtualizer.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;

  const { scrollKey } = props;
  const { reset } = keys;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    reset();
  }, [scrollKey, reset]);

  useEffect(() => {
    if (lastShown >= rows.length - ROWS_AHEAD) onNearEnd?.();
  }, [lastShown, rows.length, onNearEnd]);

  useEffect(() => onSight?.(firstShown, lastShown), [firstShown, lastShown, onSight]);

  const layout = layoutOf(columns);
  const tall = tallLayout(virtualizer);
  const rowId = (row: R) => `${helpId}-row-${rowKey(row)}`;
  const active = keys.active === null ? undefined : rows[keys.active];

  const click = (event: MouseEvent, row: R, index: number) => {
    if (selection && event.shiftKey) return keys.extendTo(index);
    keys.setActive(index);
    const isOnBox = event.target instanceof Element && event.target.closest('[data-select]');
    if (selection && (isOnBox || event.ctrlKey || event.metaKey)) selection.toggle(row);
    else props.onOpen?.(row);
  };

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
        aria-multiselectable={selection !== undefined}
        style={{ minWidth: layout.minWidth }}
        onKeyDown={keys.onKeyDown}
      >
        <caption className={classes.caption} id={helpId}>
          {props.help}
        </caption>
        <thead className={classes.head}>
          <tr className={classes.row} style={layout} aria-rowindex={1}>
            {columns.map((column) => (
              <GridHeader key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: tall.height }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            const place = { ...layout, top: tall.placeOf(start) };
            return row ? (
              <tr
                key={rowKey(row)}
                id={rowId(row)}
                aria-rowindex={index + 2}
                aria-selected={selection ? selection.has(row) : index === keys.active}
                data-active={index === keys.active || undefined}
                className={classes.row}
                style={place}
                onClick={(event) => click(event, row, index)}
              >
                {props.cells(row)}
              </tr>
            ) : (
              <tr key={`hole ${index}`} aria-hidden className={classes.row} style={place}>
                <td>
                  <span className={classes.hole} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The same tracks and width for each row, so that columns line up across separate grids. */
function layoutOf(columns: readonly GridColumn[]) {
  return {
    gridTemplateColumns: columns.map(trackOf).join(' '),
    minWidth: columns.reduce((sum, { min, width }) => sum + (width ?? min), 0),
  };
}

/** The browser gives columns what they want from the space there is, and the rest to those that grow. */
function trackOf({ min, want, grow, width }: GridColumn): string {
  if (width !== undefined) return `${width}px`;
  if (want !== undefined) return `minmax(${min}px, ${want}px)`;
  return grow ? `minmax(${min}px, ${grow}fr)` : `${min}px`;
}
