import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output, RecordDetails } from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { ContentSkeleton } from '../ui/Page';

interface Props {
  onClose: () => void;
  onSaved: () => void;
}

const MAX_LENGTH = 500;
const OWN = ['controller', 'contact', 'dataProtectionOfficer'] as const;

export function DetailsDialog(props: Props) {
  const { t } = useTranslation(['records', 'app']);
  const [loaded, setLoaded] = useState<Output<'records.details'> | null>(null);
  useEffect(() => {
    call('records.details').then(setLoaded, showError);
  }, []);
  return (
    <Dialog size={600} onClose={props.onClose} title={t('dialog.title')}>
      {loaded ? <DetailsForm {...props} loaded={loaded} /> : <ContentSkeleton />}
    </Dialog>
  );
}

function DetailsForm({
  loaded: { details, experiences },
  onClose,
  onSaved,
}: Props & { loaded: Output<'records.details'> }) {
  const { t } = useTranslation(['records', 'app']);
  const message = useErrorMessage();
  const [failure, setFailure] = useState<unknown>(null);
  const nothing = { purpose: '', legalBasis: '' };
  const form = useForm<RecordDetails>({
    initialValues: {
      ...details,
      purposes: Object.fromEntries(
        experiences.map(({ id }) => [id, details.purposes[id] ?? nothing]),
      ),
    },
  });

  const save = form.onSubmit(async (values) => {
    try {
      await call('records.setDetails', {
        ...values,
        purposes: { ...details.purposes, ...values.purposes },
      });
      onSaved();
      onClose();
    } catch (error) {
      setFailure(error);
    }
  });

  return (
    <form onSubmit={save} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('dialog.text')}</Text>
        {OWN.map((name, index) => (
          <TextInput
            key={name}
            label={t(`dialog.${name}`)}
            maxLength={MAX_LENGTH}
            {...(index === 0 && { 'data-autofocus': true })}
            {...form.getInputProps(name)}
          />
        ))}
        {experiences.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('dialog.noExperiences')}
          </Text>
        )}
        {experiences.map(({ id, name }) => (
          <Stack key={id} gap="xs">
            {(['purpose', 'legalBasis'] as const).map((field) => (
              <TextInput
                key={field}
                label={t(`dialog.${field}`, { name })}
                maxLength={MAX_LENGTH}
                {...form.getInputProps(`purposes.${id}.${field}`)}
              />
            ))}
          </Stack>
        ))}
        {failure !== null && <Alert color="red">{message(failure)}</Alert>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('dialog.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
