import { useDisclosure } from '@mantine/hooks';
import { KeyRound, Trash2, UserCheck, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../preload/contract';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { RowAction, RowMenu } from '../ui/RowMenu';
import { confirmEndOfAccess } from './confirm-end-of-access';
import { ResetPassphraseDialog } from './ResetPassphraseDialog';
import { useUsersStore } from './users-store';

export function UserMenu({ user }: { user: UserView }) {
  const { t } = useTranslation('users');
  const change = useUsersStore((state) => state.change);
  const [isResetting, { open, close }] = useDisclosure(false);

  const enable = async () => {
    try {
      await change('users.setDisabled', { id: user.id, disabled: false });
      notify(t('enable.done', { name: user.name }));
    } catch (error) {
      showError(error);
    }
  };

  return (
    <>
      <RowMenu label={t('actionsFor', { name: user.name })}>
        <RowAction icon={KeyRound} onClick={open}>
          {t('reset.action')}
        </RowAction>
        {user.disabled ? (
          <RowAction icon={UserCheck} onClick={() => void enable()}>
            {t('enable.action')}
          </RowAction>
        ) : (
          <RowAction icon={UserX} onClick={() => confirmEndOfAccess('disable', user)}>
            {t('disable.action')}
          </RowAction>
        )}
        <RowAction icon={Trash2} isDangerous onClick={() => confirmEndOfAccess('remove', user)}>
          {t('remove.action')}
        </RowAction>
      </RowMenu>
      {isResetting && <ResetPassphraseDialog user={user} onClose={close} />}
    </>
  );
}
