import { Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalTextView } from '../../preload/contract';
import { call } from '../app/client';
import { notify } from '../app/notify';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';

interface Props {
  view: LegalTextView;
  /** Of the draft, once all of it is saved. */
  revision(): Promise<number>;
  onClose(): void;
  onPublished(view: LegalTextView): void;
}

export function PublishTextDialog({ view, revision, onClose, onPublished }: Props) {
  const { t } = useTranslation('legal');
  const [note, setNote] = useState('');
  const { isBusy, error, submit } = useSubmit();
  const number = (view.current?.number ?? 0) + 1;

  const publish = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      const published = await call('legal.publish', {
        id: view.id,
        revision: await revision(),
        note,
      });
      notify(t('publish.done', { number }));
      onClose();
      onPublished(published);
    });
  };
  return (
    <FormDialog
      title={t('publish.title', { number })}
      submitLabel={t('publish.confirm')}
      isBusy={isBusy}
      error={error}
      onSubmit={publish}
      onClose={onClose}
    >
      <Text size="sm">{t('publish.text')}</Text>
      <Textarea
        data-autofocus
        label={t('publish.note')}
        autosize
        minRows={2}
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
