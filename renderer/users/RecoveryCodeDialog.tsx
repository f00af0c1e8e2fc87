import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { RecoveryCode } from '../workspace/RecoveryCode';
import { useMyAccess } from './my-access-store';
import { PassphraseDialog } from './PassphraseDialog';

export function RecoveryCodeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'workspace']);
  const makeRecoveryCode = useMyAccess((state) => state.makeRecoveryCode);
  const [code, setCode] = useState<string | null>(null);
  if (code === null) {
    return (
      <PassphraseDialog
        title={t('recoveryCode.make')}
        text={t('recoveryCode.text')}
        submitLabel={t('recoveryCode.make')}
        onPassphrase={async (passphrase) => setCode(await makeRecoveryCode(passphrase))}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      size={580}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onClose}
      title={t('workspace:recoveryCode.title')}
    >
      <RecoveryCode code={code} onKept={onClose} />
    </Dialog>
  );
}
