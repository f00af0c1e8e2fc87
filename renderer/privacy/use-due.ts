import { useEffect } from 'react';
import { onEvent } from '../app/client';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { useNow } from '../ui/use-now';
import { countDue } from './due';
import { useRequests } from './requests-store';

/** How many requests this user has to see to, for the badge of the navigation. */
export function useDueCount(): number {
  const requests = useRequests((state) => state.requests);
  const mayAct = useMay('requests.close');
  const now = useNow();
  return requests && mayAct ? countDue(requests, now) : 0;
}

/** Keeps the requests fresh while the workspace is unlocked, and reminds once of those that are due. */
export function useRequestReminder(): void {
  const mayList = useMay('requests.list');
  const load = useRequests((state) => state.load);
  const isLoaded = useRequests((state) => state.requests !== null);
  const due = useDueCount();

  useEffect(() => {
    if (!mayList) return;
    const reload = () => void load();
    reload();
    // An erasure takes the address from requests, a sweep those whose time is over.
    const ends = [
      onEvent('requests.changed', reload),
      onEvent('data.changed', reload),
      onEvent('retention.swept', reload),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [mayList, load]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only of those that are due at unlock
  useEffect(() => {
    if (due > 0) notify(i18n.t('privacy:requests.reminder', { count: due }));
  }, [isLoaded]);
}
