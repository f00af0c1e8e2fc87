import type { ExportRecord } from '../../preload/contract';

/** What an export waits for; `file` is one that should be deleted by now. */
export type ToDo = 'file' | 'release' | 'save';

/** What this user has to do about an export, or null. */
export function toDoOf(record: ExportRecord, userId: string, nowMs: number): ToDo | null {
  const { state, saved, requestedById } = record;
  const isOwn = requestedById === userId;
  switch (state) {
    case 'saved':
      return saved && saved.deletedAt === null && saved.deleteBy <= nowMs ? 'file' : null;
    case 'requested':
      return isOwn ? null : 'release';
    case 'released':
      return isOwn ? 'save' : null;
    case 'refused':
      return null;
  }
}
