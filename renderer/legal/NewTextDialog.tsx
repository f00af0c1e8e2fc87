import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LEGAL_KINDS, LegalKind } from '../../preload/contract';
import { call } from '../app/client';
import { useKept } from '../app/place';
import { useLanguage } from '../flow/use-language';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';

interface Props {
  /** Where only one will do. */
  kind?: LegalKind | undefined;
  onClose(): void;
  onMade(id: string): void;
}

/** Makes an empty text, in the language of the page for a start. */
export function NewTextDialog({ kind: fixed, onClose, onMade }: Props) {
  const { t } = useTranslation('legal');
  const language = useLanguage();
  const [kind, setKind] = useKept('legal.new.kind', LegalKind, fixed ?? 'terms');
  const [name, setName] = useKept('legal.new.name', z.string(), '');
  const [isTried, setTried] = useState(false);
  const { isBusy, error, submit } = useSubmit();
  const isMissing = name.trim() === '';

  const create = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    void submit(async () => {
      const words = { title: name.trim(), text: '' };
      const content = { languages: { [language]: words }, address: '' };
      const { id } = await call('legal.create', { kind, name, content });
      onClose();
      onMade(id);
    });
  };

  return (
    <FormDialog
      title={t('new.title')}
      submitLabel={t('new.confirm')}
      isBusy={isBusy}
      error={error}
      onSubmit={create}
      onClose={onClose}
    >
      {fixed === undefined && (
        <Select
          label={t('new.kind')}
          allowDeselect={false}
          value={kind}
          data={LEGAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => setKind(LegalKind.catch('terms').parse(value))}
        />
      )}
      <TextInput
        data-autofocus
        label={t('new.name')}
        description={t('new.nameHint')}
        value={name}
        maxLength={120}
        error={isTried && isMissing && t('new.nameMissing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
