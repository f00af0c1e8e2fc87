import { useTranslation } from 'react-i18next';
import { FormDialog } from '../ui/FormDialog';
import { ChangePassphraseFields } from './ChangePassphraseFields';
import { tellOfOldCopies } from './tell-of-old-copies';
import { useChangePassphrase } from './use-change-passphrase';

export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('users');
  const { form, name, isBusy, error, onSubmit } = useChangePassphrase(() => {
    onClose();
    tellOfOldCopies(t('passphrase.done'));
  });
  return (
    <FormDialog
      title={t('passphrase.change')}
      submitLabel={t('passphrase.change')}
      isBusy={isBusy}
      error={error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <ChangePassphraseFields form={form} name={name} isBusy={isBusy} />
    </FormDialog>
  );
}
