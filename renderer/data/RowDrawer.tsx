import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { Eye, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnView, RowView, TableView } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { ErrorState } from '../ui/ErrorState';
import { Facts } from '../ui/Facts';
import { formatInstant } from '../ui/format';
import { useLayer } from '../ui/layers';
import { ContentSkeleton } from '../ui/Page';
import { arrangeColumns } from './arrange-columns';
import { confirmDeleteRow } from './confirm-delete-row';
import { DataCell } from './DataCell';
import { FileActions } from './FileActions';
import { columnLabel } from './labels';
import { RelatedRowsList } from './RelatedRowsList';
import { RevealDialog } from './RevealDialog';
import { useRowDetail } from './use-row-detail';

interface Props {
  table: TableView;
  row: RowView | null;
  onClose: () => void;
}

/** All of a row, and what else its conversation has left. */
export function RowDrawer({ table, row, onClose }: Props) {
  const { t } = useTranslation(['data', 'app']);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      {...useLayer(row !== null)}
      position="right"
      size={520}
      padding="lg"
      title={t('detail.title', { table: t(`app:tables.${table.name}`) })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {row && <RowDetail table={table} id={row.id} onClose={onClose} />}
    </Drawer>
  );
}

/** With the exact time of its expiry, which a table has no room for. */
function DetailValue({ column, row }: { column: ColumnView; row: RowView }) {
  const cell = <DataCell column={column} row={row} />;
  if (column.name !== 'expires_at') return cell;
  return (
    <>
      {cell}{' '}
      <Text span inherit c="dimmed">
        ({formatInstant(Number(row.cells.expires_at))})
      </Text>
    </>
  );
}

/** What is filled, and in one line what is not. */
function RowFacts({ columns, row }: { columns: ColumnView[]; row: RowView }) {
  const { t } = useTranslation('data');
  const isEmpty = ({ name }: ColumnView) => (row.cells[name] ?? '') === '';
  const empty = columns.filter(isEmpty).map(({ name }) => columnLabel(name, t));
  return (
    <Stack gap="sm">
      <Facts
        facts={columns
          .filter((column) => !isEmpty(column))
          .map((column) => ({
            label: columnLabel(column.name, t),
            value: <DetailValue column={column} row={row} />,
            isCode: column.technical,
          }))}
      />
      {empty.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('detail.empty', { columns: empty.join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

interface DetailProps {
  table: TableView;
  id: number;
  onClose: () => void;
}

function RowDetail({ table, id, onClose }: DetailProps) {
  const { t } = useTranslation(['data', 'app']);
  const { detail, error, read } = useRowDetail(table.name, id);
  const [isRevealing, setRevealing] = useState(false);
  const mayDelete = useMay('data.deleteRow');

  if (error) {
    return <ErrorState title={t('detail.failed')} error={error} onRetry={() => void read()} />;
  }
  if (!detail) return <ContentSkeleton />;
  const { row, related } = detail;
  return (
    <Stack gap="lg">
      <RowFacts columns={arrangeColumns(table.columns)} row={row} />
      <Group gap="xs">
        {table.name === 'files' && <FileActions row={row} />}
        {row.isMasked && (
          <Button
            variant="default"
            leftSection={<Eye size={16} aria-hidden />}
            onClick={() => setRevealing(true)}
          >
            {t('detail.reveal')}
          </Button>
        )}
        {mayDelete && (
          <Button
            variant="default"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => confirmDeleteRow(table.name, row, onClose)}
          >
            {t('deleteRow.action')}
          </Button>
        )}
      </Group>
      <Stack gap="xs">
        <Title order={2}>{t('detail.related')}</Title>
        {related.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('detail.noneRelated')}
          </Text>
        ) : (
          related.map((each) => <RelatedRowsList key={each.table} related={each} />)
        )}
      </Stack>
      {isRevealing && (
        <RevealDialog
          table={table.name}
          what={{ kind: 'row', id }}
          onClose={() => {
            setRevealing(false);
            void read();
          }}
        />
      )}
    </Stack>
  );
}
