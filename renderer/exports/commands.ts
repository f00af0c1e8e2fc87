import { FileDown } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { useNavigation } from '../app/navigation';
import { keep } from '../app/place';

export const commands: CommandSource = {
  list: ({ may }) =>
    may('exports.save')
      ? [
          {
            id: 'export-data',
            group: 'actions',
            label: i18n.t('export:register.exportData'),
            detail: i18n.t('nav.exports'),
            icon: FileDown,
            run: () => {
              useNavigation.getState().goTo('exports');
              keep('exports.exporting', true);
            },
          },
        ]
      : [],
};
