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

type Track = Pick<GridColumn, 'min' | 'grow'>;

export const SELECT: Track = { min: 40 };
export const ACTIONS: Track = { min: 44 };

/** Wide enough for the longest label and a usual value. */
export function trackOf({ name, kind, technical }: ColumnView): Track {
  if (technical) return { min: 220, grow: 1 };
  if (name === 'expires_at') return { min: 124 };
  if (name === 'channel') return { min: 112 };
  if (kind === 'instant') return { min: 200 };
  if (name === 'email') return { min: 208, grow: 1.5 };
  return { min: 136, grow: 1 };
}
