import { Checkbox, VisuallyHidden } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ColumnView,
  MAX_SELECTED_ROWS,
  type RowView,
  type TableView,
} from '../../preload/contract';
import { showError } from '../app/errors';
import { useMay } from '../app/use-may';
import type { GridColumn } from '../ui/VirtualGrid';
import { VirtualGrid } from '../ui/VirtualGrid';
import { DataCells } from './DataCells';
import { ACTIONS, dataColumns, features, SELECT } from './data-columns';
import { useDataStore, useLayout } from './data-store';
import { columnLabel } from './labels';
import { PAGE_ROWS, useRowsStore } from './rows-store';
import { useContentWidths } from './use-content-widths';

interface Props {
  table: TableView;
  columns: ColumnView[];
  visibility: Record<string, boolean>;
  onOpen: (row: RowView) => void;
  onDelete: (row: RowView) => void;
}

export function DataTable({ table, columns, visibility, onOpen, onDelete }: Props) {
  const { t } = useTranslation(['data', 'app']);
  const { view, pages, total, isReading, see, toggle, selectSpan, clearSelection, selected } =
    useRowsStore();
  const mayDelete = useMay('data.deleteRow');
  const loaded = useMemo(() => [...pages.values()].flat().filter((row) => row !== null), [pages]);
  const model = useTable({
    features,
    columns: useMemo(() => dataColumns(columns, t), [columns, t]),
    data: loaded,
    getRowId: (row) => String(row.id),
    state: { columnVisibility: visibility },
  });
  const { rowsById } = model.getRowModel();
  const rows = useMemo(() => placed(pages, total), [pages, total]);
  const headers = useHeaders(columns, visibility);
  const actions = <VisuallyHidden>{t('grid.rowActions')}</VisuallyHidden>;
  const span = (from: number, to: number) => void selectSpan(from, to).catch(showError);
  const selectAll = () => span(0, MAX_SELECTED_ROWS - 1);
  const checkbox = (
    <Checkbox
      size="xs"
      aria-label={t('selection.all', { count: Math.min(total, MAX_SELECTED_ROWS) })}
      checked={selected.size > 0 && selected.size === total}
      indeterminate={selected.size > 0 && selected.size < total}
      onChange={selected.size > 0 ? clearSelection : selectAll}
    />
  );

  return (
    <VirtualGrid<RowView>
      label={t(`app:tables.${table.name}`)}
      help={t(mayDelete ? 'grid.helpDelete' : 'grid.help')}
      columns={
        mayDelete
          ? [
              { id: 'select', header: checkbox, ...SELECT },
              ...headers,
              { id: 'actions', header: actions, ...ACTIONS },
            ]
          : headers
      }
      rows={rows}
      rowKey={(row) => String(row.id)}
      cells={(row) => {
        const cells = rowsById[row.id];
        return cells && <DataCells row={cells} onDelete={mayDelete ? () => onDelete(row) : null} />;
      }}
      rowCount={total}
      isLoadingMore={isReading}
      scrollKey={JSON.stringify(view)}
      onSight={see}
      onOpen={onOpen}
      {...(mayDelete && {
        onDelete,
        selection: {
          has: (row) => selected.has(row.id),
          toggle: (row) => toggle(row.id),
          span,
          all: selectAll,
          clear: clearSelection,
        },
      })}
    />
  );
}

function useHeaders(columns: ColumnView[], visibility: Record<string, boolean>): GridColumn[] {
  const { t } = useTranslation('data');
  const { sort, widths } = useLayout();
  const { sortBy, setWidth } = useDataStore();
  const content = useContentWidths(columns);
  return columns
    .filter(({ name }) => visibility[name])
    .map(({ name }) => {
      const header = columnLabel(name, t);
      const direction = sort.descending ? 'descending' : 'ascending';
      return {
        id: name,
        header,
        ...(content[name] ?? { min: 136 }),
        width: widths[name],
        sort: {
          direction: sort.column === name ? direction : null,
          onSort: () => sortBy(name),
        },
        resize: {
          label: t('grid.resize', { column: header }),
          onResize: (width) => setWidth(name, width),
        },
      };
    });
}

/** At their places in the list; what is not here is a hole. */
function placed(
  pages: ReadonlyMap<number, readonly (RowView | null)[]>,
  total: number,
): (RowView | undefined)[] {
  const rows: (RowView | undefined)[] = [];
  rows.length = total;
  for (const [page, ofPage] of pages) {
    ofPage.forEach((row, index) => {
      if (row) rows[page * PAGE_ROWS + index] = row;
    });
  }
  return rows;
}
