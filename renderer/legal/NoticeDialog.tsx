import { Alert, MultiSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';

interface Props {
  /** For which experience it is made, where it is asked for from there. */
  experienceId?: string | undefined;
  onClose(): void;
  onMade(id: string): void;
}

/** Makes the draft of a privacy notice from experiences, policy and records of processing. */
export function NoticeDialog({ experienceId, onClose, onMade }: Props) {
  const { t } = useTranslation('legal');
  const [name, setName] = useKept('legal.notice.name', z.string(), t('notice.name'));
  const [chosen, setChosen] = useKept(
    'legal.notice.experiences',
    z.array(z.string()),
    experienceId === undefined ? [] : [experienceId],
  );
  const [isTried, setTried] = useState(false);
  const experiences = useExperiences();
  useEffect(() => {
    // There is nothing to choose.
    const [only] = experiences ?? [];
    if (only && experiences?.length === 1) setChosen([only.value]);
  }, [experiences, setChosen]);
  const { isBusy, error, submit } = useSubmit();
  const isNameless = name.trim() === '';

  const make = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNameless || chosen.length === 0) return;
    void submit(async () => {
      const content = await call('legal.privacyNotice', { experienceIds: chosen });
      const { id } = await call('legal.create', { kind: 'privacy', name, content });
      notify(t('notice.done'));
      onClose();
      onMade(id);
    });
  };

  return (
    <FormDialog
      title={t('notice.title')}
      submitLabel={t('notice.confirm')}
      isBusy={isBusy}
      error={error}
      onSubmit={make}
      onClose={onClose}
    >
      <Text size="sm">{t('notice.text')}</Text>
      {experiences?.length === 0 ? (
        <Alert color="orange">{t('notice.noExperiences')}</Alert>
      ) : (
        <MultiSelect
          label={t('notice.experiences')}
          value={chosen}
          data={experiences ?? []}
          searchable
          error={isTried && chosen.length === 0 && t('notice.experiencesMissing')}
          onChange={setChosen}
        />
      )}
      <TextInput
        data-autofocus
        label={t('new.name')}
        value={name}
        maxLength={120}
        error={isTried && isNameless && t('new.nameMissing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Those in use, as a select takes them; null until they are there. */
function useExperiences(): { value: string; label: string }[] | null {
  const [experiences, setExperiences] = useState<{ value: string; label: string }[] | null>(null);
  useEffect(() => {
    call('experiences.list').then(
      (all) =>
        setExperiences(
          all
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ id, name }) => ({ value: id, label: name })),
        ),
      showError,
    );
  }, []);
  return experiences;
}
