import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Trophy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useKept } from '../app/place';
import { useDraws } from './draw-store';
import { RecordButton } from './RecordButton';
import { RunDialog } from './RunDialog';

/** What can be done with a draw that is still to come. */
export function DrawActions({ draw }: { draw: DrawView }) {
  const { t } = useTranslation(['draw', 'app']);
  const refresh = useDraws((state) => state.refresh);
  const { id, state, giveawayName } = draw;
  const [isRunning, setRunning] = useKept(`draws.${id}.running`, z.boolean(), false);

  const discard = async () => {
    try {
      await call('draws.discard', { id });
      await refresh();
    } catch (error) {
      showError(error);
    }
  };

  const confirmDiscard = () =>
    modals.openConfirmModal({
      title: t('discard.title', { name: giveawayName }),
      children: <Text size="sm">{t('discard.text')}</Text>,
      labels: { confirm: t('discard.action'), cancel: t('app:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void discard(),
    });

  if (state !== 'prepared') return null;
  return (
    <Group gap="sm">
      <Button
        size="xs"
        leftSection={<Trophy size={14} aria-hidden />}
        onClick={() => setRunning(true)}
      >
        {t('run.action')}
      </Button>
      <RecordButton draw={draw} />
      <Button size="xs" variant="subtle" color="red" onClick={confirmDiscard}>
        {t('discard.action')}
      </Button>
      {isRunning && <RunDialog draw={draw} onClose={() => setRunning(false)} />}
    </Group>
  );
}
