import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ColumnView, RowView } from '../../preload/contract';
import type { GridColumn } from '../ui/VirtualGrid';
import { DataCell } from './DataCell';
import { columnLabel } from './labels';

export const features = tableFeatures({ columnVisibilityFeature });

const helper = createColumnHelper<typeof features, RowView>();

export function dataColumns(columns: readonly ColumnView[], t: TFunction<'data'>) {
  return columns.map((column) =>
    helper.display({
      id: column.name,
      header: columnLabel(column.name, t),
      cell: ({ row }) => <DataCell column={column} row={row.original} />,
    }),
  );
}

export const SELECT: Pick<GridColumn, 'min'> = { min: 40 };
/** Takes what is left over, and stays in sight when it is scrolled sideways. */
export const ACTIONS: Pick<GridColumn, 'min' | 'grow' | 'isFrozen'> = {
  min: 48,
  grow: 1,
  isFrozen: true,
};
