import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { useDataStore } from './data-store';

interface Props {
  table: TableName;
  onClose: () => void;
}

export function DeleteAllDialog({ table, onClose }: Props) {
  const { t } = useTranslation(['data', 'app']);
  const message = useErrorMessage();
  const refresh = useDataStore((state) => state.refresh);
  // What the user confirms is the count that was shown, even if rows arrive meanwhile.
  const [count, setCount] = useState(() => useDataStore.getState().total);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [isDeleting, setDeleting] = useState(false);
  const isConfirmed = typed.replace(/\D/g, '') === String(count);

  const deleteAll = async (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmed) return;
    setDeleting(true);
    try {
      const { deleted, held } = await call('data.deleteAll', { table, confirmedRows: count });
      notify(`${t('deleteAll.done', { count: deleted })} ${t('deleteAll.held', { count: held })}`);
      onClose();
      await refresh();
    } catch (thrown) {
      setError(toAppError(thrown));
      setTyped('');
      setDeleting(false);
      await refresh();
      setCount(useDataStore.getState().total);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deleteAll.title', { table: t(`app:tables.${table}`) })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form onSubmit={(event) => void deleteAll(event)}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">{t('deleteAll.text', { count })}</Text>
          <TextInput
            data-autofocus
            label={t('deleteAll.typeCount', { count })}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!isConfirmed} loading={isDeleting}>
              {t('deleteAll.confirm', { count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
