import { useEffect } from 'react';
import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { createScreenStore } from '../app/screen-store';
import type { ToDoSource } from '../app/to-do-source';
import { today } from '../ui/dates/today';
import { formatCalendarDay } from '../ui/format';

/** The day by which the records are to be reviewed; undefined until it is known. */
const useReview = createScreenStore<{ nextReview: string | null | undefined }>(() => ({
  nextReview: undefined,
}));

function load(): void {
  // Who opens the records is told of a failure there.
  call('records.review').then(
    (review) => useReview.setState(review),
    () => undefined,
  );
}

/** The sentence that the records were to be reviewed by now; null while they are not. */
function reminderOf(nextReview: string | null): string | null {
  if (nextReview === null || nextReview > today()) return null;
  return i18n.t('records:reminder', { day: formatCalendarDay(nextReview) });
}

/** Reminds whoever can do something about it that the records are to be reviewed. */
export const recordsToDo: ToDoSource = {
  screen: 'records',
  needs: 'records.setDetails',

  follow: () => {
    load();
    return () => undefined;
  },

  useToDo: () => {
    const nextReview = useReview((state) => state.nextReview);
    if (nextReview === undefined) return null;
    return { count: 0, words: '', reminder: reminderOf(nextReview) };
  },
};

/** The same for the screen of the records, whenever they have changed. */
export function useReviewNotice(changes: unknown): string | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each change
  useEffect(load, [changes]);
  return reminderOf(useReview((state) => state.nextReview) ?? null);
}
