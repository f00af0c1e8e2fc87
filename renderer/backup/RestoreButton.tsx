import { Alert, Button, Stack } from '@mantine/core';
import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { toAppError, useErrorMessage } from '../app/errors';
import { notifyNextStep } from '../app/notify';

/** For the pages where there is no workspace, or one that cannot be opened. */
export function RestoreButton({ isFirstChoice = false }: { isFirstChoice?: boolean }) {
  const { t } = useTranslation('backup');
  const message = useErrorMessage();
  const setStatus = useAppStore((state) => state.setStatus);
  const [isRestoring, setRestoring] = useState(false);
  const [setback, setSetback] = useState<AppError | 'dismissed' | null>(null);

  const restore = async () => {
    setRestoring(true);
    setSetback(null);
    try {
      const result = await call('backup.restore');
      if (result.outcome === 'dismissed') setSetback('dismissed');
      else {
        setStatus(result.status);
        notifyNextStep(t('restore.done'));
      }
    } catch (error) {
      setSetback(toAppError(error));
    } finally {
      setRestoring(false);
    }
  };

  return (
    <Stack gap="xs">
      {setback && (
        <Alert color={setback === 'dismissed' ? 'gray' : 'red'} py="xs" role="status">
          {setback === 'dismissed' ? t('restore.dismissed') : message(setback)}
        </Alert>
      )}
      <Button
        variant={isFirstChoice ? 'filled' : 'default'}
        leftSection={<ArchiveRestore size={16} aria-hidden />}
        loading={isRestoring}
        onClick={() => void restore()}
      >
        {t('restore.action')}
      </Button>
    </Stack>
  );
}
