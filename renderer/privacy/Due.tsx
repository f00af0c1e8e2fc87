import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOpen, type RequestSummary } from '../../preload/contract';
import { useNow } from '../ui/use-now';
import { dayText } from './day-text';
import { daysLeft, urgencyOf } from './due';

const COLORS = { over: 'red', soon: 'orange', calm: 'dimmed' } as const;

/** By when a request has to be answered, and how long that is. */
export function Due({ request }: { request: RequestSummary }) {
  const { t } = useTranslation('privacy');
  const left = daysLeft(request, useNow());
  const urgency = urgencyOf(left);
  const said =
    left === 0
      ? t('requests.today')
      : t(left < 0 ? 'requests.over' : 'requests.left', { count: Math.abs(left) });
  return (
    <>
      {dayText(request.dueOn)}
      {isOpen(request) && (
        <Text
          size="xs"
          {...(urgency === 'calm' ? { c: 'dimmed' } : { c: COLORS[urgency], fw: 600 })}
        >
          {said}
          {request.isExtended && `, ${t('requests.extended')}`}
        </Text>
      )}
    </>
  );
}
