import { FileUp, TicketPercent } from 'lucide-react';
import { call } from '../app/client';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen, opening } from '../app/palette/on-screen';

/** The code pools, which their screen lists, and the import of one. */
export const commands: CommandSource = {
  list: async ({ may }) => {
    if (!may('codes.pools')) return [];
    const pools = await call('codes.pools');
    return [
      ...pools.map(({ id, name }) => ({
        id: `codes-${id}`,
        group: 'texts' as const,
        label: name,
        icon: TicketPercent,
        ...onScreen('codes'),
      })),
      {
        id: 'import-codes',
        group: 'actions' as const,
        label: i18n.t('codes:import.action'),
        icon: FileUp,
        ...onScreen('codes', opening('codes.importing')),
      },
    ];
  },
};
