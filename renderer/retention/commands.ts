import { CalendarClock, Gavel } from 'lucide-react';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { keep } from '../app/place';
import { TAB_NAMES, TABS, type Tab, useRetention } from './retention-store';

/** The tabs, of which legal holds are one, and the request of a hold. */
export const commands: CommandSource = {
  list: ({ may }) => [
    ...TAB_NAMES.filter((tab) => may(TABS[tab])).map(command),
    ...(may('holds.request') ? [requestHold()] : []),
  ],
};

const select = (tab: Tab): void => useRetention.getState().select(tab);

function command(tab: Tab): Command {
  return {
    id: `retention-${tab}`,
    group: 'screens',
    label: i18n.t(`retention:tabs.${tab}`),
    icon: tab === 'holds' ? Gavel : CalendarClock,
    ...onScreen('retention', () => select(tab)),
  };
}

function requestHold(): Command {
  const open = () => {
    select('holds');
    keep('holds.requesting', true);
  };
  const label = i18n.t('retention:holds.request');
  return {
    id: 'request-hold',
    group: 'actions',
    label,
    icon: Gavel,
    ...onScreen('retention', open),
  };
}
