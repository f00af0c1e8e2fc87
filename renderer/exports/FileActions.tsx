import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { showFile } from '../export/show-file';
import { useExports } from './exports-store';

/** The file is deleted by ChatVault where it was saved, or the user says that it is. */
export function FileActions({ record: { id, saved } }: { record: ExportRecord }) {
  const { t } = useTranslation(['export', 'app']);
  const show = useExports((state) => state.show);
  const [isBusy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  const markDeleted = () =>
    run(async () => show({ records: await call('exports.markDeleted', { id }) }));

  const remove = () =>
    run(async () => notify(t(`register.removed.${await call('exports.deleteFile', { id })}`)));

  const look = () =>
    run(async () => {
      const state = await call('exports.fileState', { id });
      if (state !== 'there') return notify(t(`register.removed.${state}`));
      modals.openConfirmModal({
        title: t('register.removeTitle'),
        children: (
          <Text size="sm">
            {t('register.removeText', { file: saved?.fileName ?? '' })} {t('app:undo.never')}
          </Text>
        ),
        labels: { confirm: t('register.removeConfirm'), cancel: t('app:cancel') },
        confirmProps: { color: 'red' },
        cancelProps: { 'data-autofocus': true },
        closeButtonProps: { 'aria-label': t('app:close') },
        onConfirm: () => void remove(),
      });
    });

  return (
    <Group gap="sm">
      <Button size="xs" loading={isBusy} onClick={() => void look()}>
        {t('register.remove')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        onClick={() => void run(() => showFile(id))}
      >
        {t('saved.show')}
      </Button>
      <Button size="xs" variant="default" loading={isBusy} onClick={() => void markDeleted()}>
        {t('register.isDeleted')}
      </Button>
    </Group>
  );
}
