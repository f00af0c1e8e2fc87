import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError, type ErrorCode, isRestorable } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { RestoreButton } from '../backup/RestoreButton';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { FolderLine } from './FolderLine';

interface Props {
  problem: ErrorCode;
  folder: string;
}

export function DamagedPage({ problem, folder }: Props) {
  const { t } = useTranslation('workspace');
  const message = useErrorMessage();
  const setStatus = useAppStore((state) => state.setStatus);
  const [isChecking, setChecking] = useState(false);

  const check = async () => {
    setChecking(true);
    try {
      setStatus(await call('workspace.status'));
    } catch (error) {
      showError(error);
    } finally {
      setChecking(false);
    }
  };

  return (
    <EntranceLayout>
      <Stack gap="md" role="alert">
        <EntranceHeading title={t('damaged.title')} />
        <Text size="sm">{message(new AppError(problem))}</Text>
        <FolderLine label={`${t('folder')}:`} folder={folder} />
        <Text size="sm" c="dimmed">
          {t('damaged.untouched')}
        </Text>
        {isRestorable(problem) && (
          <>
            <RestoreButton isFirstChoice />
            <Text size="sm" c="dimmed">
              {t('restore.kept', { ns: 'backup' })}
            </Text>
          </>
        )}
        <Group>
          <Button variant="default" loading={isChecking} onClick={() => void check()}>
            {t('tryAgain', { ns: 'app' })}
          </Button>
        </Group>
      </Stack>
    </EntranceLayout>
  );
}
