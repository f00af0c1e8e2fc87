import { Database } from 'lucide-react';
import { TABLE_NAMES, type TableName } from '../../preload/contract';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { useDataStore } from './data-store';

/** The tables, each by its name. */
export const commands: CommandSource = {
  list: ({ may }) =>
    may('data.tables')
      ? TABLE_NAMES.map((table) => ({
          id: `table-${table}`,
          group: 'screens' as const,
          label: i18n.t(`tables.${table}`),
          icon: Database,
          ...onScreen('data', () => open(table)),
        }))
      : [],
};

async function open(table: TableName): Promise<void> {
  if (!useDataStore.getState().tables) await useDataStore.getState().open();
  await useDataStore.getState().select(table);
}
