import { UserRound, UserSearch } from 'lucide-react';
import { call } from '../app/client';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { useNavigation } from '../app/navigation';
import { usePersonStore } from './person-store';
import { useRequests } from './requests-store';

const MAX_SUGGESTED = 6;

/**
 * People are found as on their screen: addresses that begin so are suggested by main, to nobody to whom
 * they are masked; everything else is the search's.
 */
export const commands: CommandSource = {
  find: async (text, { may }) => {
    if (!may('privacy.suggest')) return [];
    const emails = await call('privacy.suggest', { prefix: text });
    return [...emails.slice(0, MAX_SUGGESTED).map(person), search(text)];
  },
};

function goToFind(): void {
  useNavigation.getState().goTo('requests');
  useRequests.getState().showFind();
}

function person(email: string): Command {
  return {
    id: `person-${email}`,
    group: 'people',
    label: email,
    icon: UserRound,
    run: () => {
      goToFind();
      return usePersonStore.getState().find(email);
    },
  };
}

function search(text: string): Command {
  return {
    id: 'search-people',
    group: 'people',
    label: i18n.t('palette.searchPeople', { text }),
    icon: UserSearch,
    run: () => {
      goToFind();
      usePersonStore.getState().type(text);
      return usePersonStore.getState().search(text);
    },
  };
}
