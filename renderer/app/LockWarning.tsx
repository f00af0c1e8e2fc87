import { Button, Group, Modal, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayer } from '../ui/layers';
import { lockWorkspace } from './app-store';
import { onEvent } from './client';
import { showError } from './errors';
import { noteTakenBack } from './warning-keys';

/** Screen readers are told now and then, not each second. */
const TOLD_SECONDS = 15;

/** Main tells when it will lock for want of a user, and hears itself of whatever is done meanwhile. */
export function LockWarning() {
  const { t } = useTranslation('app');
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(
    () =>
      onEvent('lock.warning', (warning) => {
        if (warning.seconds === null) noteTakenBack();
        setSeconds(warning.seconds);
      }),
    [],
  );
  const stay = () => setSeconds(null);
  const told = Math.ceil((seconds ?? 0) / TOLD_SECONDS) * TOLD_SECONDS;
  return (
    <Modal
      opened={seconds !== null}
      onClose={stay}
      withCloseButton={false}
      zIndex={1_000}
      transitionProps={{ duration: 0 }}
      {...useLayer(seconds !== null)}
      title={t('lockWarning.title', { count: seconds ?? 0 })}
    >
      <VisuallyHidden role="status">{t('lockWarning.title', { count: told })}</VisuallyHidden>
      <Text size="sm">{t('lockWarning.text')}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={() => void lockWorkspace().catch(showError)}>
          {t('lockWarning.lock')}
        </Button>
        <Button data-autofocus onClick={stay}>
          {t('lockWarning.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
