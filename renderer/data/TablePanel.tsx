import { Alert, Button, Center, Group, Skeleton, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { ExportDialog } from '../export/ExportDialog';
import { ErrorState } from '../ui/ErrorState';
import { arrangeColumns, visibleColumns } from './arrange-columns';
import { confirmDeleteRow } from './confirm-delete-row';
import { DataTable } from './DataTable';
import { DeleteAllDialog } from './DeleteAllDialog';
import { useDataStore } from './data-store';
import { EmptyTable } from './EmptyTable';
import { TableToolbar } from './TableToolbar';

const NO_CHOICES = {};
const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function TablePanel({ table }: { table: TableView }) {
  const [dialog, setDialog] = useState<'export' | 'deleteAll' | null>(null);
  const total = useDataStore((state) => state.total);
  const filled = useDataStore((state) => state.filled);
  const choices = useDataStore((state) => state.columnChoices[table.name]) ?? NO_CHOICES;
  const columns = useMemo(() => arrangeColumns(table.columns), [table.columns]);
  const visibility = useMemo(
    () => visibleColumns(columns, filled, choices),
    [columns, filled, choices],
  );
  const close = () => setDialog(null);

  return (
    <Stack gap="sm" flex={1} mih={0}>
      <TableToolbar
        columns={columns}
        visibility={visibility}
        onExport={() => setDialog('export')}
        onDeleteAll={() => setDialog('deleteAll')}
      />
      <TableBody table={table} columns={columns} visibility={visibility} />
      {dialog === 'export' && <ExportDialog table={table.name} rows={total} onClose={close} />}
      {dialog === 'deleteAll' && <DeleteAllDialog table={table.name} onClose={close} />}
    </Stack>
  );
}

interface BodyProps {
  table: TableView;
  columns: TableView['columns'];
  visibility: Record<string, boolean>;
}

function TableBody({ table, columns, visibility }: BodyProps) {
  const { t } = useTranslation(['data', 'app']);
  const { rows, error, refresh } = useDataStore();
  const message = useErrorMessage();

  if (rows === null && error) {
    return (
      <Center flex={1}>
        <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      </Center>
    );
  }
  if (rows === null) {
    return (
      <Stack gap="xs" aria-busy aria-label={t('app:loading')} role="status">
        {SKELETON_ROWS.map((key) => (
          <Skeleton key={key} h={28} />
        ))}
      </Stack>
    );
  }
  if (rows.length === 0) return <EmptyTable table={table.name} />;
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
        rows={rows}
        onDelete={(row) => confirmDeleteRow(table.name, row)}
      />
    </>
  );
}
