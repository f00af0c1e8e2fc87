import { useAppStore } from '../app/app-store';
import { onEvent } from '../app/client';
import { i18n } from '../app/i18n';
import type { ToDoSource } from '../app/to-do-source';
import { useMay } from '../app/use-may';
import { useNow } from '../ui/use-now';
import { useExports } from './exports-store';
import { toDoOf } from './to-do';

/** Exports that wait for this user, and a reminder of files that should be deleted by now. */
export const exportsToDo: ToDoSource = {
  screen: 'exports',
  needs: 'exports.list',

  follow: () => {
    const load = () => void useExports.getState().load();
    load();
    return onEvent('exports.changed', load);
  },

  useToDo: () => {
    const userId = useAppStore(({ status }) =>
      status?.state === 'unlocked' ? status.user.id : null,
    );
    const records = useExports((state) => state.records);
    const mayExport = useMay('exports.save');
    const now = useNow();
    if (!records || userId === null || !mayExport) return null;
    const toDos = records
      .map((record) => toDoOf(record, userId, now))
      .filter((toDo) => toDo !== null);
    const files = toDos.filter((toDo) => toDo === 'file').length;
    return {
      count: toDos.length,
      words: i18n.t('export:register.toDo', { count: toDos.length }),
      reminder: files > 0 ? i18n.t('export:register.reminder', { count: files }) : null,
    };
  },
};
