import { Trophy } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen, opening } from '../app/palette/on-screen';

export const commands: CommandSource = {
  list: ({ may }) => {
    if (!may('draws.prepare')) return [];
    const label = i18n.t('draw:prepare.action');
    const go = onScreen('draws', opening('draws.preparing'));
    return [{ id: 'prepare-draw', group: 'actions', label, icon: Trophy, ...go }];
  },
};
