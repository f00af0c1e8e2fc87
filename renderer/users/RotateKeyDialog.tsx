import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { useRotation } from './rotation-store';

export function RotateKeyDialog() {
  const { t } = useTranslation(['users', 'app']);
  const message = useErrorMessage();
  const { step, because, error, close, rotate } = useRotation();
  const isRunning = step === 'running';
  return (
    <Dialog
      size={520}
      onClose={close}
      closeOnClickOutside={!isRunning}
      closeOnEscape={!isRunning}
      withCloseButton={!isRunning}
      title={t('key.dialogTitle')}
    >
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {because?.way === 'ended' && (
          <Text size="sm">{t('key.because', { name: because.name })}</Text>
        )}
        {because && <Text size="sm">{t('key.replaced')}</Text>}
        <Text size="sm">{t('key.what')}</Text>
        <Text size="sm" c="dimmed">
          {t('key.meanwhile')}
        </Text>
        {isRunning && (
          <Stack gap={4} role="status">
            <Progress value={100} animated size="sm" aria-label={t('key.running')} />
            <Text size="xs" c="dimmed">
              {t('key.running')}
            </Text>
          </Stack>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={isRunning} onClick={close}>
            {t(because === null ? 'app:cancel' : 'key.later')}
          </Button>
          <Button data-autofocus loading={isRunning} onClick={() => void rotate()}>
            {t('key.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
