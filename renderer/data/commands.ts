import { Database } from 'lucide-react';
import { TABLE_NAMES } from '../../preload/contract';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { useNavigation } from '../app/navigation';
import { useDataStore } from './data-store';

/** The tables, each by its name. */
export const commands: CommandSource = {
  list: ({ may }) =>
    may('data.tables')
      ? TABLE_NAMES.map((table) => ({
          id: `table-${table}`,
          group: 'screens' as const,
          label: i18n.t(`tables.${table}`),
          detail: i18n.t('nav.data'),
          icon: Database,
          run: async () => {
            useNavigation.getState().goTo('data');
            if (!useDataStore.getState().tables) await useDataStore.getState().open();
            await useDataStore.getState().select(table);
          },
        }))
      : [],
};
