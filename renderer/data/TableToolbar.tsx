import { Button, Group, Loader, Text } from '@mantine/core';
import { FileDown, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  type ColumnView,
  type DataFilter,
  MAX_SELECTED_ROWS,
  type TableView,
} from '../../preload/contract';
import { useMay } from '../app/use-may';
import { ColumnChooser } from './ColumnChooser';
import { useLayout, useSearch } from './data-store';
import { filterOf, isFiltered } from './layout';
import { MaskingMenu } from './MaskingMenu';
import { useRowsStore } from './rows-store';
import { ViewsMenu } from './ViewsMenu';

interface Props {
  table: TableView;
  columns: ColumnView[];
  visibility: Record<string, boolean>;
  onExport: (filter: DataFilter) => void;
  onDelete: (filter: DataFilter) => void;
}

export function TableToolbar({ table, columns, visibility, onExport, onDelete }: Props) {
  const hasSelection = useRowsStore((state) => state.selected.size > 0);
  return (
    <Group gap="xs">
      {hasSelection ? <SelectionCount /> : <RowCount table={table} />}
      <ViewsMenu />
      <MaskingMenu table={table} />
      <ColumnChooser columns={columns} visibility={visibility} />
      {hasSelection ? (
        <SelectionActions onExport={onExport} onDelete={onDelete} />
      ) : (
        <TableActions onExport={onExport} onDelete={onDelete} />
      )}
    </Group>
  );
}

type ActionProps = Pick<Props, 'onExport' | 'onDelete'>;

/** About all rows of the table, or of what is filtered. */
function TableActions({ onExport, onDelete }: ActionProps) {
  const { t } = useTranslation('data');
  const total = useRowsStore((state) => state.total);
  const isComplete = useRowsStore((state) => state.isComplete);
  const mayDelete = useMay('data.deleteAll');
  const mayExport = useMay('exports.prepare');
  const layout = useLayout();
  const search = useSearch();
  const filtered = isFiltered(layout, search);
  const filter = filterOf(layout, search);
  return (
    <>
      {mayDelete && (
        <Button
          variant="default"
          leftSection={<Trash2 size={16} aria-hidden />}
          disabled={total === 0 || !isComplete}
          onClick={() => onDelete(filter)}
        >
          {t(filtered ? 'deleteFiltered.action' : 'deleteAll.action')}
        </Button>
      )}
      {mayExport && (
        <Button
          leftSection={<FileDown size={16} aria-hidden />}
          disabled={total === 0}
          onClick={() => onExport(filter)}
        >
          {t(filtered ? 'exportView' : 'exportTable')}
        </Button>
      )}
    </>
  );
}

/** About the selected rows and no others, whatever comes meanwhile. */
function SelectionActions({ onExport, onDelete }: ActionProps) {
  const { t } = useTranslation('data');
  const selected = useRowsStore((state) => state.selected);
  const mayDelete = useMay('data.deleteAll');
  const mayExport = useMay('exports.prepare');
  const filter = { includeIds: [...selected] };
  return (
    <>
      {mayDelete && (
        <Button
          variant="default"
          leftSection={<Trash2 size={16} aria-hidden />}
          onClick={() => onDelete(filter)}
        >
          {t('selection.delete')}
        </Button>
      )}
      {mayExport && (
        <Button leftSection={<FileDown size={16} aria-hidden />} onClick={() => onExport(filter)}>
          {t('selection.export', { count: selected.size })}
        </Button>
      )}
    </>
  );
}

function RowCount({ table }: { table: TableView }) {
  const { t } = useTranslation('data');
  const { list, total, isComplete, isReading, error } = useRowsStore();
  const layout = useLayout();
  const filtered = isFiltered(layout, useSearch());
  const count = isComplete
    ? t(filtered && total > 0 ? 'rowsOf' : 'rows', { count: total, all: table.rows })
    : t('rowsSoFar', { count: total });
  return (
    <Group gap={8} mr="auto" wrap="nowrap">
      <Text size="sm" c="dimmed" role="status">
        {list !== null && error?.code !== 'data.masked_search' && count}
      </Text>
      {list !== null && (isReading || !isComplete) && (
        <Loader size={14} aria-label={t('reading')} />
      )}
    </Group>
  );
}

function SelectionCount() {
  const { t } = useTranslation('data');
  const { selected, total, clearSelection } = useRowsStore();
  const isFull = selected.size >= MAX_SELECTED_ROWS && total > selected.size;
  return (
    <Group gap="xs" mr="auto">
      <Text size="sm" fw={550} role="status">
        {isFull
          ? t('selection.full', { count: selected.size, all: total })
          : t('selection.count', { count: selected.size })}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<X size={14} aria-hidden />}
        onClick={clearSelection}
      >
        {t('selection.clear')}
      </Button>
    </Group>
  );
}
