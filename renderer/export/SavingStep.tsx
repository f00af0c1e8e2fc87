import { Button, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ExportProgress } from '../../preload/contract';

interface Props {
  progress: ExportProgress | null;
  isCancelling: boolean;
  onCancel: () => void;
}

/** Without progress the file dialog is still open; it has its own way to cancel. */
export function SavingStep({ progress, isCancelling, onCancel }: Props) {
  const { t } = useTranslation('export');
  if (!progress) {
    return (
      <Group gap="sm" py="lg" role="status">
        <Loader size="sm" aria-hidden />
        <Text size="sm">{t('saving.choosing')}</Text>
      </Group>
    );
  }
  const { phase, rows, totalRows, remainingMs } = progress;
  return (
    <>
      <Stack gap={8} py="sm">
        <Text size="sm" role="status">
          {t(isCancelling ? 'saving.cancelling' : `saving.${phase}`)}
        </Text>
        <Progress
          value={totalRows === 0 ? 100 : (rows / totalRows) * 100}
          aria-label={t(`saving.${phase}`)}
        />
        <Text size="xs" c="dimmed">
          {t('saving.progress', { rows, total: totalRows })}
          {remainingMs !== null && ` · ${remaining(remainingMs, t)}`}
        </Text>
      </Stack>
      <Group justify="flex-end">
        <Button variant="default" loading={isCancelling} onClick={onCancel} data-autofocus>
          {t('saving.cancel')}
        </Button>
      </Group>
    </>
  );
}

function remaining(remainingMs: number, t: TFunction<'export'>): string {
  const seconds = Math.ceil(remainingMs / 1_000);
  return seconds < 60
    ? t('saving.secondsLeft', { count: seconds })
    : t('saving.minutesLeft', { count: Math.ceil(seconds / 60) });
}
