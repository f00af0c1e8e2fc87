import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Ellipsis, KeyRound, Trash2, UserCheck, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../preload/contract';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
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
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('actionsFor', { name: user.name })}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<KeyRound size={16} aria-hidden />} onClick={open}>
            {t('reset.action')}
          </Menu.Item>
          {user.disabled ? (
            <Menu.Item
              leftSection={<UserCheck size={16} aria-hidden />}
              onClick={() => void enable()}
            >
              {t('enable.action')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<UserX size={16} aria-hidden />}
              onClick={() => confirmEndOfAccess('disable', user)}
            >
              {t('disable.action')}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => confirmEndOfAccess('remove', user)}
          >
            {t('remove.action')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isResetting && <ResetPassphraseDialog user={user} onClose={close} />}
    </>
  );
}
