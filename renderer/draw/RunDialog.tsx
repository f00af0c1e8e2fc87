import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { useDraws } from './draw-store';

interface Props {
  draw: DrawView;
  onClose: () => void;
}

export function RunDialog({ draw, onClose }: Props) {
  const { t } = useTranslation(['draw', 'app']);
  const message = useErrorMessage();
  const refresh = useDraws((state) => state.refresh);
  const [publicValue, setPublicValue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await call('draws.run', { id: draw.id, publicValue });
      await refresh();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <Dialog onClose={onClose} title={t('run.title', { name: draw.giveawayName })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('run.text')}</Text>
          <TextInput
            data-autofocus
            label={t('run.publicValue')}
            description={t('run.publicValueHint')}
            maxLength={200}
            value={publicValue}
            onChange={(event) => setPublicValue(event.currentTarget.value)}
          />
          {failure !== null && <Alert color="red">{message(failure)}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('run.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
