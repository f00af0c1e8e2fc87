import { Alert, Button, Loader, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, ExperienceSummary, StoredRows } from '../../../preload/contract';
import { call } from '../../app/client';
import { toAppError, useErrorMessage } from '../../app/errors';
import { useMay } from '../../app/use-may';
import { Dialog } from '../../ui/Dialog';
import { DialogFoot } from '../../ui/DialogFoot';
import { deleteExperience, deleteWithRows } from '../library-actions';
import { PublishedInto } from './PublishedInto';

interface Props {
  experience: ExperienceSummary;
  onClose: () => void;
}

/** What becomes of its rows is for the user to choose, and to confirm by their number. */
export function DeleteExperienceDialog({ experience, onClose }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const [stored, setStored] = useState<StoredRows | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const message = useErrorMessage();

  useEffect(() => {
    call('experiences.storedRows', { id: experience.id }).then(setStored, (thrown) =>
      setError(toAppError(thrown)),
    );
  }, [experience.id]);

  return (
    <Dialog
      size={520}
      onClose={onClose}
      title={t('flow:library.deleteTitle', { name: experience.name })}
    >
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {experience.published && <Alert color="orange">{t('flow:library.deletePublished')}</Alert>}
        {experience.published && <PublishedInto experienceId={experience.id} />}
        <Text size="sm">{t('flow:library.deleteText')}</Text>
        {stored ? (
          <DeleteForm
            key={stored.rows}
            experience={experience}
            stored={stored}
            onClose={onClose}
            onFailure={async (thrown) => {
              setError(toAppError(thrown));
              setStored(await call('experiences.storedRows', { id: experience.id }));
            }}
          />
        ) : (
          !error && <Loader aria-label={t('app:loading')} />
        )}
      </Stack>
    </Dialog>
  );
}

interface FormProps extends Props {
  stored: StoredRows;
  onFailure: (error: unknown) => Promise<void>;
}

function DeleteForm({ experience, stored, onClose, onFailure }: FormProps) {
  const { t } = useTranslation(['flow', 'app']);
  const mayDeleteRows = useMay('experiences.deleteWithRows');
  const [fate, setFate] = useState<'keep' | 'delete'>('keep');
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const takesRows = fate === 'delete';
  // What is confirmed is the number of rows that go, or the name where none do.
  const wanted = takesRows ? String(stored.rows) : experience.name;
  const isConfirmed = (takesRows ? typed.replace(/\D/g, '') : typed.trim()) === wanted.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmed) return;
    setBusy(true);
    try {
      if (takesRows) await deleteWithRows(experience.id, stored.rows);
      else await deleteExperience(experience);
      onClose();
    } catch (error) {
      setBusy(false);
      setTyped('');
      await onFailure(error);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {stored.rows > 0 && (
          <Radio.Group
            label={t('flow:library.rows', { count: stored.rows })}
            value={fate}
            onChange={(value) => {
              setFate(value === 'delete' ? 'delete' : 'keep');
              setTyped('');
            }}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="keep" label={t('flow:library.rowsKeep')} />
              <Radio
                value="delete"
                disabled={!mayDeleteRows}
                label={t('flow:library.rowsDelete')}
                description={rowsHint()}
              />
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          data-autofocus
          label={t(takesRows ? 'flow:library.typeCount' : 'flow:library.typeName', {
            count: stored.rows,
            name: experience.name,
          })}
          autoComplete="off"
          inputMode={takesRows ? 'numeric' : 'text'}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t(takesRows ? 'app:undo.never' : 'app:undo.hint')}
        </Text>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isConfirmed} loading={isBusy}>
            {t('flow:library.deleteConfirm')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );

  function rowsHint(): string | undefined {
    if (!mayDeleteRows) return t('flow:library.rowsAdmin');
    return stored.held > 0 ? t('flow:library.rowsHeld', { count: stored.held }) : undefined;
  }
}
