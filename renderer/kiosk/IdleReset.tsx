import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIdleSeconds } from './use-idle-seconds';

/** Long enough to notice and to reach the button, as WCAG 2.2.1 asks. */
const WARNING_SECONDS = 20;

interface Props {
  idleSeconds: number;
  onReset: () => void;
}

/** Asks whether anybody is still there, and starts anew for the next participant if not. */
export function IdleReset({ idleSeconds, onReset }: Props) {
  const { t } = useTranslation('kiosk');
  const limits = { warnAfter: idleSeconds, goneAfter: idleSeconds + WARNING_SECONDS };
  const { seconds, stay } = useIdleSeconds(limits, onReset);
  return (
    <Modal
      opened={seconds >= idleSeconds}
      onClose={stay}
      withCloseButton={false}
      closeOnClickOutside={false}
      zIndex={1000}
      title={t('idle.title')}
    >
      <Stack>
        <Text>{t('idle.text', { count: limits.goneAfter - seconds })}</Text>
        <Button size="lg" data-autofocus onClick={stay}>
          {t('idle.stay')}
        </Button>
      </Stack>
    </Modal>
  );
}
