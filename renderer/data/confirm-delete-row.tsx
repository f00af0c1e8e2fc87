import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { RowView, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useDataStore } from './data-store';

export function confirmDeleteRow(table: TableName, row: RowView, onDeleted = () => {}): void {
  const t = i18n.getFixedT(null, 'data');
  const email = row.cells.email;
  modals.openConfirmModal({
    title: t('deleteRow.title'),
    children: (
      <Text size="sm">
        {typeof email === 'string' && (
          <Text span inherit fw={600}>
            {email}
            <br />
          </Text>
        )}
        {t('deleteRow.text')}
      </Text>
    ),
    labels: { confirm: t('deleteRow.confirm'), cancel: i18n.t('cancel') },
    confirmProps: { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    closeButtonProps: { 'aria-label': i18n.t('close') },
    onConfirm: () => void deleteRow(table, row).then(onDeleted).catch(showError),
  });
}

async function deleteRow(table: TableName, { id }: RowView): Promise<void> {
  try {
    await call('data.deleteRow', { table, id });
    notify(i18n.t('data:deleteRow.done'));
  } finally {
    await useDataStore.getState().refresh();
  }
}
