import { Alert, Button, Center, Group, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataFilter, RowView, TableView } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { ExportDialog } from '../export/ExportDialog';
import { ErrorState } from '../ui/ErrorState';
import { arrangeColumns, visibleColumns } from './arrange-columns';
import { confirmDeleteRow } from './confirm-delete-row';
import { RowsSkeleton } from './DataSkeleton';
import { DataTable } from './DataTable';
import { DeleteRowsDialog } from './DeleteRowsDialog';
import { useDataStore, useLayout, useSearch } from './data-store';
import { EmptyTable } from './EmptyTable';
import { FilterBar } from './FilterBar';
import { isFiltered } from './layout';
import { NoMatch } from './NoMatch';
import { RowDrawer } from './RowDrawer';
import { useRowsStore } from './rows-store';
import { TableToolbar } from './TableToolbar';

type Dialog = { kind: 'export'; filter: DataFilter } | { kind: 'delete'; filter: DataFilter };

export function TablePanel({ table }: { table: TableView }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [row, setRow] = useState<RowView | null>(null);
  const { total, filled, selected } = useRowsStore();
  const layout = useLayout();
  const columns = useMemo(() => arrangeColumns(table.columns), [table.columns]);
  const visibility = useMemo(
    () => visibleColumns(columns, filled, layout.columns),
    [columns, filled, layout.columns],
  );
  const close = () => setDialog(null);

  return (
    <Stack gap="sm" flex={1} mih={0}>
      <FilterBar table={table} />
      <TableToolbar
        table={table}
        columns={columns}
        visibility={visibility}
        onExport={(filter) => setDialog({ kind: 'export', filter })}
        onDelete={(filter) => setDialog({ kind: 'delete', filter })}
      />
      <TableBody table={table} columns={columns} visibility={visibility} onOpen={setRow} />
      {dialog?.kind === 'export' && (
        <ExportDialog tables={[table.name]} filter={dialog.filter} onClose={close} />
      )}
      {dialog?.kind === 'delete' && (
        <DeleteRowsDialog
          table={table.name}
          filter={dialog.filter}
          rows={dialog.filter.includeIds ? selected.size : total}
          onClose={close}
        />
      )}
      <RowDrawer table={table} row={row} onClose={() => setRow(null)} />
    </Stack>
  );
}

interface BodyProps {
  table: TableView;
  columns: TableView['columns'];
  visibility: Record<string, boolean>;
  onOpen: (row: RowView) => void;
}

function TableBody({ table, columns, visibility, onOpen }: BodyProps) {
  const { t } = useTranslation(['data', 'app']);
  const { list, total } = useRowsStore();
  const rowsError = useRowsStore((state) => state.error);
  const error = useDataStore((state) => state.error) ?? rowsError;
  const layout = useLayout();
  const search = useSearch();
  const refresh = useDataStore((state) => state.refresh);
  const message = useErrorMessage();

  // Trying again would not help, and the rows of before are not what this search finds.
  if (rowsError?.code === 'data.masked_search') return <NoMatch refusal={rowsError} />;
  if (list === null && error) {
    return (
      <Center flex={1}>
        <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      </Center>
    );
  }
  if (list === null) {
    return (
      <div aria-busy aria-label={t('app:loading')} role="status">
        <RowsSkeleton />
      </div>
    );
  }
  if (total === 0)
    return isFiltered(layout, search) ? <NoMatch /> : <EmptyTable table={table.name} />;
  return (
    <>
      {error && (
        <Alert color="red" py="xs">
          <Group gap="sm">
            {message(error)}
            <Button size="compact-sm" variant="default" onClick={() => void refresh()}>
              {t('app:tryAgain')}
            </Button>
          </Group>
        </Alert>
      )}
      <DataTable
        table={table}
        columns={columns}
        visibility={visibility}
        onOpen={onOpen}
        onDelete={(row) => confirmDeleteRow(table.name, row)}
      />
    </>
  );
}
