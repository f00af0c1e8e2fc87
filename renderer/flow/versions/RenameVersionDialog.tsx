import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { Dialog } from '../../ui/Dialog';
import { loadHistory } from './history-store';

interface Props {
  version: Version;
  onClose: () => void;
}

export function RenameVersionDialog({ version, onClose }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const [name, setName] = useState(version.name);
  const [note, setNote] = useState(version.note);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await call('versions.rename', { id: version.id, name, note });
    onClose();
    await loadHistory();
  };
  return (
    <Dialog onClose={onClose} title={t('flow:versions.rename')}>
      <form onSubmit={(event) => void submit(event).catch(showError)}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('flow:versions.name')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('flow:versions.note')}
            autosize
            minRows={2}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit">{t('flow:versions.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
