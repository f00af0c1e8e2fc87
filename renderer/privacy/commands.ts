import { Inbox, Plus, UserRound, UserSearch } from 'lucide-react';
import { isOpen, REQUEST_KINDS } from '../../preload/contract';
import { call } from '../app/client';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { formatCalendarDay } from '../ui/format';
import { usePersonStore } from './person-store';
import { useRequests } from './requests-store';

const MAX_SUGGESTED = 6;

/**
 * The requests that are open, and the way to a new one. People are found as on their screen: addresses that begin so are suggested by main, to nobody to whom
 * they are masked; everything else is the search's.
 */
export const commands: CommandSource = {
  list: ({ may }) => [...requests(), ...(may('requests.enter') ? [newRequest()] : [])],
  find: async (text, { may }) => {
    if (!may('privacy.suggest')) return [];
    const emails = await call('privacy.suggest', { prefix: text });
    return [...emails.slice(0, MAX_SUGGESTED).map(person), search(text)];
  },
};

/** They are kept fresh for the reminder of those that are due. */
function requests(): Command[] {
  const all = useRequests.getState().requests ?? [];
  return all.filter(isOpen).map(({ id, kind, reference, email, dueOn }) => ({
    id: `request-${id}`,
    group: 'cases' as const,
    label: `${i18n.t(`privacy:requests.kinds.${kind}`)} · ${reference}`,
    icon: Inbox,
    also: email ?? '',
    ...onScreen('requests', () => useRequests.getState().open(id)),
    detail: `${i18n.t('privacy:requests.due')} ${formatCalendarDay(dueOn)}`,
  }));
}

function newRequest(): Command {
  return {
    id: 'new-request',
    group: 'actions',
    label: i18n.t('privacy:requests.new.action'),
    icon: Plus,
    also: REQUEST_KINDS.map((kind) => i18n.t(`privacy:requests.kindsLong.${kind}`)).join(' '),
    ...onScreen('requests', () => {
      const { back, begin } = useRequests.getState();
      back();
      begin('');
    }),
  };
}

function person(email: string): Command {
  const { run } = onScreen('requests', () => {
    useRequests.getState().showFind();
    usePersonStore.getState().find(email);
  });
  return { id: `person-${email}`, group: 'people', label: email, icon: UserRound, run };
}

function search(text: string): Command {
  const label = i18n.t('palette.searchPeople', { text });
  const { run } = onScreen('requests', () => {
    useRequests.getState().showFind();
    usePersonStore.getState().type(text);
    return usePersonStore.getState().search(text);
  });
  return { id: 'search-people', group: 'people', label, icon: UserSearch, run };
}
