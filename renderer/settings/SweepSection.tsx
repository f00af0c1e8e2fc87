import { Alert, Button, Group, Text } from '@mantine/core';
import { Eraser } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type SweepReport, TABLE_NAMES } from '../../preload/contract';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { Facts } from '../ui/Facts';
import { formatInstant } from '../ui/format';
import { Section } from './Section';
import { useSweepStore } from './sweep-store';

const HOUR_MINUTES = 60;

export function SweepSection() {
  const { t } = useTranslation('settings');
  const { status, load } = useSweepStore();
  const maySweep = useMay('retention.sweep');

  useEffect(() => void load().catch(showError), [load]);

  if (!status) return null;
  const { lastSweep, intervalMinutes, scrubDue, isSweeping } = status;
  const interval =
    intervalMinutes % HOUR_MINUTES === 0
      ? t('sweep.everyHours', { count: intervalMinutes / HOUR_MINUTES })
      : t('sweep.everyMinutes', { count: intervalMinutes });
  return (
    <Section section="sweep" title={t('sweep.title')}>
      <Text size="sm">{t('sweep.explanation', { interval })}</Text>
      {lastSweep ? <LastSweep report={lastSweep} /> : <Text size="sm">{t('sweep.never')}</Text>}
      {scrubDue && !isSweeping && (
        <Alert variant="light" color="orange" icon={<Eraser aria-hidden />}>
          {t('sweep.tracesDue')}
        </Alert>
      )}
      {maySweep && (
        <SweepButtons isSweeping={isSweeping} isClockAhead={status.clockJumpDays !== null} />
      )}
    </Section>
  );
}

function LastSweep({ report }: { report: SweepReport }) {
  const { t } = useTranslation(['settings', 'app']);
  const removed = TABLE_NAMES.flatMap((table) => {
    const count = report.removed[table] ?? 0;
    return count === 0 ? [] : [`${t(`app:tables.${table}`)}: ${t('sweep.removedRows', { count })}`];
  });
  return (
    <>
      <Facts
        facts={[
          { label: t('sweep.last'), value: formatInstant(report.at) },
          { label: t('sweep.removed'), value: removed.join(', ') || t('sweep.removedNothing') },
        ]}
      />
      {!report.complete && <Text size="sm">{t('sweep.stopped')}</Text>}
    </>
  );
}

function SweepButtons({
  isSweeping,
  isClockAhead,
}: {
  isSweeping: boolean;
  isClockAhead: boolean;
}) {
  const { t } = useTranslation('settings');
  const { sweep, cancel } = useSweepStore();

  const run = async () => {
    try {
      const { removed, complete } = await sweep();
      const count = Object.values(removed).reduce((sum, rows) => sum + rows, 0);
      notify(complete ? t('sweep.done', { count }) : t('sweep.cancelled'));
    } catch (error) {
      showError(error);
    }
  };

  return (
    <Group>
      <Button
        variant="default"
        loading={isSweeping}
        disabled={isClockAhead}
        onClick={() => void run()}
      >
        {t('sweep.now')}
      </Button>
      {isSweeping && (
        <Button variant="subtle" color="gray" onClick={() => void cancel().catch(showError)}>
          {t('sweep.cancel')}
        </Button>
      )}
    </Group>
  );
}
