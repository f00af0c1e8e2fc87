import { MonitorPlay } from 'lucide-react';
import { call } from '../app/client';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { beginKiosk } from './kiosk-start';

/** A kiosk with each of the published experiences. */
export const commands: CommandSource = {
  list: async ({ may }) => {
    if (!may('kiosk.start')) return [];
    const offers = await call('kiosk.offers');
    return offers.map(({ experienceId, name }) => ({
      id: `kiosk-${experienceId}`,
      group: 'actions' as const,
      label: i18n.t('kiosk:screen.startOf', { name }),
      icon: MonitorPlay,
      ...onScreen('kiosk', () => beginKiosk(experienceId)),
    }));
  },
};
