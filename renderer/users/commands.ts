import { UserPlus } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { useNavigation } from '../app/navigation';
import { keep } from '../app/place';

export const commands: CommandSource = {
  list: ({ may }) =>
    may('users.add')
      ? [
          {
            id: 'add-user',
            group: 'actions',
            label: i18n.t('users:add.action'),
            detail: i18n.t('nav.users'),
            icon: UserPlus,
            run: () => {
              useNavigation.getState().goTo('users');
              keep('users.adding', true);
            },
          },
        ]
      : [],
};
