import { VisuallyHidden } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnView, RowView, TableView } from '../../preload/contract';
import { DataRow } from './DataRow';
import classes from './DataTable.module.css';
import { dataColumns, features, gridLayout } from './data-columns';
import { useDataStore } from './data-store';
import { useGridKeys } from './use-grid-keys';

const ROW_HEIGHT = 36;
const ROWS_AHEAD = 30;

interface Props {
  table: TableView;
  columns: ColumnView[];
  visibility: Record<string, boolean>;
  rows: RowView[];
  onDelete: (row: RowView) => void;
}

export function DataTable({ table, columns, visibility, rows, onDelete }: Props) {
  const { t } = useTranslation(['data', 'app']);
  const { total, isLoadingMore, loadMore } = useDataStore();
  const helpId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const model = useTable({
    features,
    columns: useMemo(() => dataColumns(columns, t), [columns, t]),
    data: rows,
    getRowId: (row) => String(row.id),
    state: { columnVisibility: visibility },
  });
  const tableRows = model.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => tableRows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    // The sticky header covers the top of the scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 8,
  });
  const keys = useGridKeys({
    count: rows.length,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onDelete: (index) => {
      const row = rows[index];
      if (row) onDelete(row);
    },
  });
  const lastShown = virtualizer.getVirtualItems().at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastShown >= rows.length - ROWS_AHEAD) void loadMore();
  }, [lastShown, rows.length, loadMore]);

  const shown = columns.filter(({ name }) => visibility[name]);
  const layout = gridLayout(shown);
  const rowId = (index: number) => `${helpId}-row-${tableRows[index]?.id}`;

  return (
    <div ref={scroller} className={classes.frame}>
      <table
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA makes it a table with keys.
        role="grid"
        tabIndex={0}
        aria-label={t(`app:tables.${table.name}`)}
        aria-describedby={helpId}
        aria-rowcount={total + 1}
        aria-colcount={shown.length + 1}
        aria-busy={isLoadingMore}
        aria-activedescendant={keys.active === null ? undefined : rowId(keys.active)}
        style={{ minWidth: layout.minWidth }}
        onKeyDown={keys.onKeyDown}
      >
        <caption className={classes.caption} id={helpId}>
          {t('grid.help')}
        </caption>
        <thead className={classes.head}>
          <tr className={classes.row} style={layout} aria-rowindex={1}>
            {model.getFlatHeaders().map((header) =>
              visibility[header.column.id] ? (
                <th key={header.id} scope="col" className={classes.header}>
                  <model.FlexRender header={header} />
                </th>
              ) : null,
            )}
            <th scope="col" className={classes.header}>
              <VisuallyHidden>{t('grid.rowActions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = tableRows[index];
            return row ? (
              <DataRow
                key={key}
                id={rowId(index)}
                row={row}
                index={index}
                isActive={index === keys.active}
                style={{ ...layout, transform: `translateY(${start}px)` }}
                onActivate={() => keys.setActive(index)}
                onDelete={() => onDelete(row.original)}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}
