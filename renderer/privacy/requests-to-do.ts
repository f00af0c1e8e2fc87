import { onEvent } from '../app/client';
import { i18n } from '../app/i18n';
import type { ToDoSource } from '../app/to-do-source';
import { useMay } from '../app/use-may';
import { useNow } from '../ui/use-now';
import { countDue } from './due';
import { useRequests } from './requests-store';

/** An erasure takes the address from requests, a sweep those whose time is over. */
const CHANGES = ['requests.changed', 'data.changed', 'retention.swept'] as const;

/** Requests of people that are due soon, or late. */
export const requestsToDo: ToDoSource = {
  screen: 'requests',
  needs: 'requests.list',

  follow: () => {
    const load = () => void useRequests.getState().load();
    load();
    const ends = CHANGES.map((name) => onEvent(name, load));
    return () => {
      for (const end of ends) end();
    };
  },

  useToDo: () => {
    const requests = useRequests((state) => state.requests);
    const mayAct = useMay('requests.close');
    const now = useNow();
    if (!requests || !mayAct) return null;
    const count = countDue(requests, now);
    return {
      count,
      words: i18n.t('privacy:requests.dueSoon', { count }),
      reminder: count > 0 ? i18n.t('privacy:requests.reminder', { count }) : null,
    };
  },
};
