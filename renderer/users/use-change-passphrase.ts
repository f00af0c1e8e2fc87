import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { useSubmit } from '../ui/use-submit';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from '../workspace/new-passphrase';

/** The form in which the signed-in user replaces the own passphrase. */
export function useChangePassphrase(onDone: () => void) {
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
      onDone();
    });

  return { form, name, isBusy, error, onSubmit: form.onSubmit((values) => void change(values)) };
}
