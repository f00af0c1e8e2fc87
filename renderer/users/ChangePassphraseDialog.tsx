import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { notify } from '../app/notify';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { NewPassphraseFields } from '../workspace/NewPassphraseFields';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from '../workspace/new-passphrase';
import { PassphraseInput } from '../workspace/PassphraseInput';

export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'workspace']);
  const { t: tWorkspace } = useTranslation('workspace');
  const status = useAppStore((state) => state.status);
  const name = status?.state === 'unlocked' ? status.user.name : '';
  const { isBusy, error, submit } = useSubmit();
  const form = useForm({
    initialValues: { current: '', ...NO_PASSPHRASE },
    validate: {
      current: (current) => (current === '' ? t('workspace:unlock.errors.empty') : null),
      ...newPassphraseRules(tWorkspace),
    },
  });

  const change = ({ current, passphrase }: typeof form.values) =>
    submit(async () => {
      if (!(await acceptStrength(form, form.values, name))) return;
      await call('me.changePassphrase', { current, next: passphrase });
      notify(t('passphrase.done'));
      onClose();
    });

  return (
    <FormDialog
      title={t('passphrase.change')}
      submitLabel={t('passphrase.change')}
      isBusy={isBusy}
      error={error}
      onSubmit={form.onSubmit((values) => void change(values))}
      onClose={onClose}
    >
      <PassphraseInput
        data-autofocus
        label={t('passphrase.current')}
        readOnly={isBusy}
        {...form.getInputProps('current')}
      />
      <NewPassphraseFields
        form={form}
        label={t('workspace:newPassphrase')}
        hint={name}
        readOnly={isBusy}
      />
    </FormDialog>
  );
}
