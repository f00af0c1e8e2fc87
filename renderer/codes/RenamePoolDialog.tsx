import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodePool } from '../../preload/contract';
import { call } from '../app/client';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { useCodes } from './codes-store';

export function RenamePoolDialog({ pool, onClose }: { pool: CodePool; onClose: () => void }) {
  const { t } = useTranslation('codes');
  const load = useCodes((state) => state.load);
  const [name, setName] = useState(pool.name);
  const { isBusy, error, submit } = useSubmit();
  const isMissing = name.trim() === '';

  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    void submit(async () => {
      await call('codes.rename', { id: pool.id, name });
      onClose();
      await load();
    });
  };

  return (
    <FormDialog
      title={t('rename.title')}
      submitLabel={t('rename.confirm')}
      isBusy={isBusy}
      error={error}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('rename.name')}
        value={name}
        maxLength={120}
        error={isMissing && t('rename.missing')}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
