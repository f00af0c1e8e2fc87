import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord, SavedFileState } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { showFile } from '../export/show-file';
import { formatInstant } from '../ui/format';
import { useExports } from './exports-store';

interface Question {
  title: string;
  text: string;
  confirm: string;
  isRed: boolean;
  act: () => Promise<void>;
}

/** The file is deleted by ChatVault where it was saved, or the user says that it is. */
export function FileActions({ record }: { record: ExportRecord }) {
  const { id, saved, purpose, requestedBy } = record;
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

  const ask = ({ title, text, confirm, isRed, act }: Question) =>
    modals.openConfirmModal({
      title,
      children: (
        <Text size="sm">
          {t('register.whose', {
            purpose,
            name: requestedBy,
            at: formatInstant(saved?.at ?? record.requestedAt),
          })}{' '}
          {text} {t('app:undo.never')}
        </Text>
      ),
      labels: { confirm, cancel: t('app:cancel') },
      ...(isRed && { confirmProps: { color: 'red' } }),
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void run(act),
    });

  const askToRemove = () =>
    ask({
      title: t('register.removeTitle'),
      text: t('register.removeText', { file: saved?.fileName ?? '' }),
      confirm: t('register.removeConfirm'),
      isRed: true,
      act: async () => notify(t(`register.removed.${await call('exports.deleteFile', { id })}`)),
    });

  const askToNote = (state: Exclude<SavedFileState, 'there'>) =>
    ask({
      title: t('register.noteTitle'),
      text: t(`register.noteText.${state}`),
      confirm: t('register.isDeleted'),
      isRed: false,
      act: async () => show({ records: await call('exports.markDeleted', { id }) }),
    });

  /** What still lies where it was saved can be deleted, and is not noted as deleted. */
  const look = (otherwise: (state: Exclude<SavedFileState, 'there'>) => void) =>
    run(async () => {
      const state = await call('exports.fileState', { id });
      if (state === 'there') askToRemove();
      else otherwise(state);
    });

  return (
    <Group gap="sm">
      <Button
        size="xs"
        loading={isBusy}
        onClick={() => void look((state) => notify(t(`register.removed.${state}`)))}
      >
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
      <Button size="xs" variant="default" loading={isBusy} onClick={() => void look(askToNote)}>
        {t('register.isDeleted')}
      </Button>
    </Group>
  );
}
