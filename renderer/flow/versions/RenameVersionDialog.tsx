import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../../preload/contract';
import { call } from '../../app/client';
import { FormDialog } from '../../ui/FormDialog';
import { useSubmit } from '../../ui/use-submit';
import { loadHistory } from './history-store';

interface Props {
  version: Version;
  onClose: () => void;
}

export function RenameVersionDialog({ version, onClose }: Props) {
  const { t } = useTranslation('flow');
  const [name, setName] = useState(version.name);
  const [note, setNote] = useState(version.note);
  const { isBusy, error, submit } = useSubmit();
  const rename = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      await call('versions.rename', { id: version.id, name, note });
      onClose();
      await loadHistory();
    });
  };
  return (
    <FormDialog
      title={t('versions.rename')}
      submitLabel={t('versions.save')}
      isBusy={isBusy}
      error={error}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('versions.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('versions.note')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
