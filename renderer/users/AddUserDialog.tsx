import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../preload/contract';
import { notify } from '../app/notify';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { NewPassphraseFields } from '../workspace/NewPassphraseFields';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from '../workspace/new-passphrase';
import { useUsersStore } from './users-store';

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'workspace']);
  const { t: tWorkspace } = useTranslation('workspace');
  const change = useUsersStore((state) => state.change);
  const { isBusy, error, submit } = useSubmit();
  const form = useForm({
    initialValues: { name: '', role: 'viewer' as Role, ...NO_PASSPHRASE },
    validate: {
      name: (name) => (name.trim() === '' ? t('add.errors.name') : null),
      ...newPassphraseRules(tWorkspace),
    },
  });

  const add = ({ repeated: _, ...user }: typeof form.values) =>
    submit(async () => {
      if (!(await acceptStrength(form, form.values, user.name))) return;
      await change('users.add', user);
      notify(t('add.done', { name: user.name.trim() }));
      onClose();
    });

  return (
    <FormDialog
      title={t('add.title')}
      submitLabel={t('add.action')}
      isBusy={isBusy}
      error={error}
      onSubmit={form.onSubmit((values) => void add(values))}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('columns.name')}
        maxLength={120}
        autoComplete="off"
        readOnly={isBusy}
        {...form.getInputProps('name')}
      />
      <Radio.Group label={t('columns.role')} {...form.getInputProps('role')}>
        <Stack gap="xs" mt={6}>
          {ROLES.map((role) => (
            <Radio
              key={role}
              value={role}
              label={t(`roles.${role}`)}
              description={t(`roleNotes.${role}`)}
              disabled={isBusy}
            />
          ))}
        </Stack>
      </Radio.Group>
      <NewPassphraseFields
        form={form}
        label={t('add.passphrase')}
        hint={form.values.name}
        readOnly={isBusy}
      />
      <Text size="xs" c="dimmed">
        {t('add.handOver')}
      </Text>
    </FormDialog>
  );
}
