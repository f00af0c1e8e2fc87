import { Button, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { useBackupStore } from './backup-store';

export function BackupRunning() {
  const { t } = useTranslation('backup');
  const { progress, isCancelling, cancel } = useBackupStore();
  if (!progress) {
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" aria-hidden />
        <Text size="sm">{t('choosing')}</Text>
      </Group>
    );
  }
  const { phase, bytes, totalBytes } = progress;
  return (
    <Stack gap={8}>
      <Text size="sm" role="status">
        {t(isCancelling ? 'cancelling' : `phases.${phase}`)}
      </Text>
      <Progress
        value={totalBytes === 0 ? 100 : (bytes / totalBytes) * 100}
        animated={totalBytes === 0}
        aria-label={t(`phases.${phase}`)}
      />
      <Group>
        <Button
          variant="default"
          loading={isCancelling}
          onClick={() => void cancel().catch(showError)}
        >
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
