import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOpen, type RequestSummary } from '../../preload/contract';
import { formatCalendarDay } from '../ui/format';
import { useNow } from '../ui/use-now';
import { daysLeft, urgencyOf } from './due';

/** Those of texts, which can be read on any background. */
const COLORS = {
  over: 'var(--mantine-color-red-light-color)',
  soon: 'var(--mantine-color-orange-light-color)',
  calm: 'dimmed',
} as const;

interface Props {
  request: RequestSummary;
}

/** By when a request has to be answered, and how long that is. */
export function Due({ request }: Props) {
  return (
    <>
      {formatCalendarDay(request.dueOn)}
      {isOpen(request) && (
        <Text size="xs" component="div">
          <Left request={request} />
        </Text>
      )}
    </>
  );
}

/** The same in one line, which says what it is. */
export function DueLine({ request }: Props) {
  const { t } = useTranslation('privacy');
  return (
    <>
      {t('requests.due')} {formatCalendarDay(request.dueOn)} · <Left request={request} />
    </>
  );
}

function Left({ request }: Props) {
  const { t } = useTranslation('privacy');
  const left = daysLeft(request, useNow());
  const urgency = urgencyOf(left);
  const said =
    left === 0
      ? t('requests.today')
      : t(left < 0 ? 'requests.over' : 'requests.left', { count: Math.abs(left) });
  return (
    <Text span inherit c={COLORS[urgency]} fw={urgency === 'calm' ? 400 : 600}>
      {said}
      {request.isExtended && `, ${t('requests.extended')}`}
    </Text>
  );
}
