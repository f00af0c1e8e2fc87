import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useExports } from './exports-store';

interface Props {
  record: ExportRecord;
  onSave: () => void;
}

/** Another user releases or refuses; who asked saves what is released, or withdraws it. */
export function RequestActions({ record: { id, state, requestedById }, onSave }: Props) {
  const { t } = useTranslation('export');
  const show = useExports((exports) => exports.show);
  const [isBusy, setBusy] = useState(false);
  const isOwn = useAppStore(
    ({ status }) => status?.state === 'unlocked' && status.user.id === requestedById,
  );

  const answer = async (asked: Promise<ExportRecord[]>) => {
    setBusy(true);
    try {
      show({ records: await asked });
    } catch (error) {
      showError(error);
      setBusy(false);
    }
  };

  if (!isOwn) {
    if (state !== 'requested') return null;
    return (
      <Group gap="sm">
        <Button
          size="xs"
          loading={isBusy}
          onClick={() => void answer(call('exports.decide', { id, isReleased: true }))}
        >
          {t('register.release')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          onClick={() => void answer(call('exports.decide', { id, isReleased: false }))}
        >
          {t('register.refuse')}
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="sm">
      {state === 'released' && (
        <Button size="xs" onClick={onSave}>
          {t('register.save')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        onClick={() => void answer(call('exports.withdraw', { id }))}
      >
        {t(state === 'refused' ? 'register.remove_entry' : 'register.withdraw')}
      </Button>
      {state === 'requested' && (
        <Text size="xs" c="dimmed">
          {t('register.needsAnother')}
        </Text>
      )}
    </Group>
  );
}
