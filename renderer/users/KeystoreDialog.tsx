import { useTranslation } from 'react-i18next';
import { notify } from '../app/notify';
import { useMyAccess } from './my-access-store';
import { PassphraseDialog } from './PassphraseDialog';

interface Props {
  enable: boolean;
  onClose: () => void;
}

export function KeystoreDialog({ enable, onClose }: Props) {
  const { t } = useTranslation('users');
  const setKeystore = useMyAccess((state) => state.setKeystore);
  const way = enable ? 'enable' : 'disable';
  return (
    <PassphraseDialog
      title={t('keystore.title')}
      text={t(`keystore.${way}Text`)}
      submitLabel={t(`keystore.${way}`)}
      onPassphrase={async (passphrase) => {
        await setKeystore(passphrase, enable);
        notify(t(`keystore.${way}Done`));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
