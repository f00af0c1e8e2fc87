import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../preload/contract';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { NewPassphraseFields } from '../workspace/NewPassphraseFields';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from '../workspace/new-passphrase';
import { tellOfOldCopies } from './tell-of-old-copies';
import { useUsersStore } from './users-store';

interface Props {
  user: UserView;
  onClose: () => void;
}

export function ResetPassphraseDialog({ user: { id, name }, onClose }: Props) {
  const { t } = useTranslation('users');
  const { t: tWorkspace } = useTranslation('workspace');
  const change = useUsersStore((state) => state.change);
  const { isBusy, error, submit } = useSubmit();
  const form = useForm({ initialValues: NO_PASSPHRASE, validate: newPassphraseRules(tWorkspace) });

  const reset = ({ passphrase }: typeof form.values) =>
    submit(async () => {
      if (!(await acceptStrength(form, form.values, name))) return;
      await change('users.resetPassphrase', { id, passphrase });
      onClose();
      tellOfOldCopies(t('reset.done', { name }));
    });

  return (
    <FormDialog
      title={t('reset.title', { name })}
      submitLabel={t('reset.confirm')}
      isBusy={isBusy}
      error={error}
      onSubmit={form.onSubmit((values) => void reset(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('reset.text', { name })}</Text>
      <NewPassphraseFields form={form} label={t('add.passphrase')} hint={name} readOnly={isBusy} />
    </FormDialog>
  );
}
