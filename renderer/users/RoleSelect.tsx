import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role, type UserView } from '../../preload/contract';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useUsersStore } from './users-store';

export function RoleSelect({ user }: { user: UserView }) {
  const { t } = useTranslation('users');
  const change = useUsersStore((state) => state.change);

  const setRole = async (role: Role) => {
    try {
      await change('users.setRole', { id: user.id, role });
      notify(t('role.changed', { name: user.name, role: t(`roles.${role}`) }));
    } catch (error) {
      showError(error);
    }
  };

  return (
    <NativeSelect
      size="xs"
      aria-label={t('role.of', { name: user.name })}
      value={user.role}
      data={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      onChange={(event) => {
        const role = ROLES.find((one) => one === event.currentTarget.value);
        if (role) void setRole(role);
      }}
    />
  );
}
