import { Alert, Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataFilter, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { Dialog } from '../ui/Dialog';
import { deletionSentence } from './deletion-sentence';
import { useDeletion } from './use-deletion';

interface Props {
  table: TableName;
  filter: DataFilter;
  rows: number;
  onClose: () => void;
}

/** Rows that were selected are confirmed by a click; a filter, or all of a table, by their count. */
export function DeleteRowsDialog({ table, filter, rows, onClose }: Props) {
  const { t } = useTranslation(['data', 'app']);
  const message = useErrorMessage();
  const { count, error, isDeleting, progress, start } = useDeletion(table, filter, rows);
  const [typed, setTyped] = useState('');
  const isSelection = filter.includeIds !== undefined;
  const isConfirmed = isSelection || typed.replace(/\D/g, '') === String(count);
  const kind = kindOf(filter);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmed) return;
    const deletion = await start();
    setTyped('');
    if (!deletion) return;
    notify(deletionSentence(deletion));
    onClose();
  };

  return (
    <Dialog
      onClose={onClose}
      title={t(`${kind}.title`, { table: t(`app:tables.${table}`) })}
      closeOnClickOutside={!isDeleting}
      closeOnEscape={!isDeleting}
      closeButtonProps={{ disabled: isDeleting }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">{t(`${kind}.text`, { count })}</Text>
          {!isSelection && (
            <TextInput
              data-autofocus
              label={t('deleteAll.typeCount', { count })}
              inputMode="numeric"
              autoComplete="off"
              disabled={isDeleting}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {isDeleting && progress && (
            <Progress
              value={progress.total === 0 ? 100 : (progress.deleted / progress.total) * 100}
              aria-label={t('deleteAll.progress', progress)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              {...(isSelection && { 'data-autofocus': true })}
              onClick={() =>
                isDeleting ? void call('data.cancelDeletion').catch(showError) : onClose()
              }
            >
              {t('app:cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!isConfirmed} loading={isDeleting}>
              {t('deleteAll.confirm', { count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function kindOf(filter: DataFilter) {
  if (filter.includeIds) return 'deleteSelected';
  return Object.keys(filter).length > 0 ? 'deleteFiltered' : 'deleteAll';
}
