import { useEffect, useState } from 'react';
import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { today } from '../ui/dates/today';
import { formatCalendarDay } from '../ui/format';

/** The sentence that the records were to be reviewed by now; null while they are not. */
export function reviewReminder(nextReview: string | null): string | null {
  if (nextReview === null || nextReview > today()) return null;
  const day = formatCalendarDay(nextReview);
  return i18n.t('records:reminder', { day });
}

/** Reminds once, at unlock, whoever can do something about it. */
export function useReviewReminder(): void {
  const mayEdit = useMay('records.setDetails');
  useEffect(() => {
    if (!mayEdit) return;
    // Who opens the records is told of a failure there.
    call('records.review').then(
      ({ nextReview }) => {
        const reminder = reviewReminder(nextReview);
        if (reminder !== null) notify(reminder);
      },
      () => undefined,
    );
  }, [mayEdit]);
}

/** The same for the screen of the records, whenever they have changed. */
export function useReviewNotice(changes: unknown): string | null {
  const [notice, setNotice] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each change
  useEffect(() => {
    call('records.review').then(
      ({ nextReview }) => setNotice(reviewReminder(nextReview)),
      () => undefined,
    );
  }, [changes]);
  return notice;
}
