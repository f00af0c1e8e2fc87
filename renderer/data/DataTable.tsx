import { VisuallyHidden } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnView, RowView, TableView } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { VirtualGrid } from '../ui/VirtualGrid';
import { DataCells } from './DataCells';
import { ACTIONS, dataColumns, features, trackOf } from './data-columns';
import { useDataStore } from './data-store';
import { columnLabel } from './labels';

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
  const mayDelete = useMay('data.deleteRow');
  const model = useTable({
    features,
    columns: useMemo(() => dataColumns(columns, t), [columns, t]),
    data: rows,
    getRowId: (row) => String(row.id),
    state: { columnVisibility: visibility },
  });
  const shown = columns
    .filter(({ name }) => visibility[name])
    .map((column) => ({
      id: column.name,
      header: columnLabel(column.name, t),
      ...trackOf(column),
    }));
  const gridRows = model.getRowModel().rows;
  const deleteByKey = (row: (typeof gridRows)[number]) => onDelete(row.original);
  const actions = <VisuallyHidden>{t('grid.rowActions')}</VisuallyHidden>;

  return (
    <VirtualGrid
      label={t(`app:tables.${table.name}`)}
      help={t('grid.help')}
      columns={mayDelete ? [...shown, { id: 'actions', header: actions, ...ACTIONS }] : shown}
      rows={gridRows}
      rowKey={(row) => row.id}
      cells={(row) => (
        <DataCells row={row} onDelete={mayDelete ? () => onDelete(row.original) : null} />
      )}
      rowCount={total}
      isLoadingMore={isLoadingMore}
      onNearEnd={useCallback(() => void loadMore(), [loadMore])}
      {...(mayDelete && { onDelete: deleteByKey })}
    />
  );
}
