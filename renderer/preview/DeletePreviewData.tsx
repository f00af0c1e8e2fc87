import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, PreviewRows } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { refreshRowCounts } from '../flow/builder-actions';
import { Dialog } from '../ui/Dialog';
import { forgetChat } from './preview-actions';

/** Says how many rows go, of all experiences, before they do. */
export function DeletePreviewData({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['preview', 'app']);
  const message = useErrorMessage();
  const [found, setFound] = useState<PreviewRows | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isDeleting, setDeleting] = useState(false);

  const count = useCallback(
    () => call('preview.rows').then(setFound, (thrown) => setError(toAppError(thrown))),
    [],
  );
  useEffect(() => void count(), [count]);

  const deleteRows = async () => {
    if (!found) return;
    setDeleting(true);
    try {
      const { deleted } = await call('preview.deleteRows', { confirmedRows: found.rows });
      forgetChat();
      notify(t('delete.done', { count: deleted }));
      onClose();
      await refreshRowCounts();
    } catch (thrown) {
      setError(toAppError(thrown));
      setDeleting(false);
      await count();
    }
  };

  return (
    <Dialog onClose={onClose} title={t('delete.title')}>
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {found ? (
          <Text size="sm">
            {t('delete.text', { count: found.rows })}{' '}
            {found.held > 0 && t('delete.held', { count: found.held })}
          </Text>
        ) : (
          !error && <Loader size="sm" aria-label={t('app:loading')} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button
            color="red"
            disabled={!found}
            loading={isDeleting}
            onClick={() => void deleteRows()}
          >
            {t('delete.confirm', { count: found?.rows ?? 0 })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
