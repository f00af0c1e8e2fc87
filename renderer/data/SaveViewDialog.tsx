import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../preload/contract';
import { toAppError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';
import { useDataStore, useLayout, useSearch } from './data-store';
import { useViewsStore } from './views-store';

export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['data', 'app']);
  const message = useErrorMessage();
  const table = useDataStore((state) => state.table);
  const layout = useLayout();
  const search = useSearch();
  const { views, save } = useViewsStore();
  const [name, setName] = useKept('data.view.name', z.string(), '');
  const [error, setError] = useState<AppError | null>(null);
  const isKnown = views.some((view) => view.table === table && view.name === name.trim());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!table || name.trim() === '') return;
    try {
      await save(table, name, layout);
      notify(t('views.saved'));
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  };

  return (
    <Dialog onClose={onClose} title={t('views.saveTitle')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">{t('views.saveText')}</Text>
          {search !== '' && <Alert color="orange">{t('views.noSearch')}</Alert>}
          <TextInput
            data-autofocus
            label={t('views.name')}
            description={isKnown ? t('views.replaces') : undefined}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {t('views.confirm')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
