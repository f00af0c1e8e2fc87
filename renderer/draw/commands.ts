import { Trophy } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { useNavigation } from '../app/navigation';
import { keep } from '../app/place';

export const commands: CommandSource = {
  list: ({ may }) =>
    may('draws.prepare')
      ? [
          {
            id: 'prepare-draw',
            group: 'actions',
            label: i18n.t('draw:prepare.action'),
            detail: i18n.t('nav.draws'),
            icon: Trophy,
            run: () => {
              useNavigation.getState().goTo('draws');
              keep('draws.preparing', true);
            },
          },
        ]
      : [],
};
