import { UserPlus } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen, opening } from '../app/palette/on-screen';

export const commands: CommandSource = {
  list: ({ may }) => {
    if (!may('users.add')) return [];
    const label = i18n.t('users:add.action');
    const go = onScreen('users', opening('users.adding'));
    return [{ id: 'add-user', group: 'actions', label, icon: UserPlus, ...go }];
  },
};
