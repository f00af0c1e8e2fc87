import { FileDown } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen, opening } from '../app/palette/on-screen';

export const commands: CommandSource = {
  list: ({ may }) => {
    if (!may('exports.save')) return [];
    const label = i18n.t('export:register.exportData');
    const go = onScreen('exports', opening('exports.exporting'));
    return [{ id: 'export-data', group: 'actions', label, icon: FileDown, ...go }];
  },
};
