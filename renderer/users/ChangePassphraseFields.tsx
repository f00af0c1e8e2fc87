import { useTranslation } from 'react-i18next';
import { NewPassphraseFields } from '../workspace/NewPassphraseFields';
import { PassphraseInput } from '../workspace/PassphraseInput';
import type { useChangePassphrase } from './use-change-passphrase';

type Props = Pick<ReturnType<typeof useChangePassphrase>, 'form' | 'name' | 'isBusy'>;

export function ChangePassphraseFields({ form, name, isBusy }: Props) {
  const { t } = useTranslation(['users', 'workspace']);
  return (
    <>
      <PassphraseInput
        autoFocus
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
    </>
  );
}
