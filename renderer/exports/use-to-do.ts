import { useEffect } from 'react';
import { useAppStore } from '../app/app-store';
import { onEvent } from '../app/client';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { useNow } from '../ui/use-now';
import { useExports } from './exports-store';
import { type ToDo, toDoOf } from './to-do';

/** How many exports this user has to do something about, for the badge of the navigation. */
export function useToDoCount(): number {
  return useToDos().length;
}

function useToDos(): ToDo[] {
  const userId = useAppStore(({ status }) =>
    status?.state === 'unlocked' ? status.user.id : null,
  );
  const records = useExports((state) => state.records);
  const mayExport = useMay('exports.save');
  const now = useNow();
  if (!records || userId === null || !mayExport) return [];
  return records.map((record) => toDoOf(record, userId, now)).filter((toDo) => toDo !== null);
}

/** Keeps the register fresh while the workspace is unlocked, and reminds once of files that are due. */
export function useExportReminder(): void {
  const mayList = useMay('exports.list');
  const { load } = useExports();
  const due = useToDos().filter((toDo) => toDo === 'file').length;
  const isLoaded = useExports((state) => state.records !== null);

  useEffect(() => {
    if (!mayList) return;
    void load();
    return onEvent('exports.changed', () => void load());
  }, [mayList, load]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only of those that are due at unlock
  useEffect(() => {
    if (due > 0) notify(i18n.t('export:register.reminder', { count: due }));
  }, [isLoaded]);
}
