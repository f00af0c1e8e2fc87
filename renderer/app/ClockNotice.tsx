import { Alert, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { CalendarClock } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSweepStore } from '../settings/sweep-store';
import { formatDay } from '../ui/format';
import { onEvent } from './client';
import { showError } from './errors';
import { useMay } from './use-may';

const POLL_MS = 60_000;

/** Nothing is deleted while the date is in doubt, and who sees data has to know that. */
export function ClockNotice() {
  const { t } = useTranslation(['settings', 'app']);
  const { status, load, confirmClock } = useSweepStore();
  const mayConfirm = useMay('retention.confirmClock');

  useEffect(() => {
    const refresh = () => void load().catch(() => undefined);
    refresh();
    const timer = setInterval(refresh, POLL_MS);
    const unsubscribe = onEvent('retention.swept', refresh);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [load]);

  if (!status || status.clockJumpDays === null) return null;
  const date = formatDay(status.nowMs);

  const confirm = () =>
    modals.openConfirmModal({
      title: t('clock.confirmTitle', { date }),
      children: <Text size="sm">{t('clock.confirmText', { date })}</Text>,
      labels: { confirm: t('clock.confirm'), cancel: t('app:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void confirmClock().catch(showError),
    });

  return (
    <Alert
      color="orange"
      radius={0}
      icon={<CalendarClock aria-hidden />}
      title={t('clock.title', { date })}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t('clock.text', { jump: t('app:units.days', { count: status.clockJumpDays }) })}{' '}
          {t(mayConfirm ? 'clock.whatToDo' : 'clock.askAdmin')}
        </Text>
        {mayConfirm && (
          <Button size="xs" variant="default" flex="none" onClick={confirm}>
            {t('clock.isRight')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
