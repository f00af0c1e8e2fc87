import { Stack, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOpen, type LoggedStep, type PersonRequest } from '../../preload/contract';
import { Facts } from '../ui/Facts';
import { formatCalendarDay, formatDay, formatInstant } from '../ui/format';
import { Due } from './Due';
import { StateBadge } from './RequestList';

/** What a request is about, and what was done. */
export function RequestFacts({ request }: { request: PersonRequest }) {
  const { t } = useTranslation('privacy');
  const { receivedOn, caretaker, note, closedAt, expiresAt, steps } = request;
  return (
    <Stack gap="lg">
      <Facts
        facts={[
          { label: t('requests.state'), value: <StateBadge request={request} /> },
          { label: t('requests.received'), value: formatCalendarDay(receivedOn) },
          { label: t('requests.due'), value: <Due request={request} /> },
          { label: t('requests.caretaker'), value: caretaker },
          ...(note === '' ? [] : [{ label: t('requests.note'), value: note }]),
          ...(closedAt === null || isOpen(request)
            ? []
            : [{ label: t('requests.closedOn'), value: formatInstant(closedAt) }]),
          { label: t('requests.expires'), value: formatDay(expiresAt) },
        ]}
      />
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('requests.history')}
        </Title>
        <Timeline bulletSize={12} lineWidth={2} active={steps.length}>
          {steps.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
            <Timeline.Item key={index} title={<StepTitle logged={each} />}>
              <StepText logged={each} />
            </Timeline.Item>
          ))}
        </Timeline>
      </section>
    </Stack>
  );
}

function StepTitle({ logged: { step } }: { logged: LoggedStep }) {
  const { t } = useTranslation('privacy');
  return (
    <Text size="sm" fw={500}>
      {t(`requests.steps.${step.what}`)}
    </Text>
  );
}

function StepText({ logged: { at, user, step } }: { logged: LoggedStep }) {
  const { t } = useTranslation('privacy');
  const said = useSaid(step);
  return (
    <>
      {said && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {said}
        </Text>
      )}
      {'note' in step && step.note !== '' && (
        <Text size="xs" fs="italic" style={{ overflowWrap: 'anywhere' }}>
          {step.note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {user === 'system' ? t('requests.stepFacts.system') : user} · {formatInstant(at)}
      </Text>
    </>
  );
}

/** What a step says beside its kind; null where that is all. */
function useSaid(step: LoggedStep['step']): string | null {
  const { t } = useTranslation('privacy');
  const rows = (count: number) => t('requests.rows', { count });
  switch (step.what) {
    case 'received':
      return t(`requests.ways.${step.way}`);
    case 'identified':
      return t(`requests.proofs.${step.how}`);
    case 'extended': {
      const reason = t(`requests.reasons.${step.reason}`);
      return t('requests.stepFacts.extended', { reason, date: formatCalendarDay(step.until) });
    }
    case 'file_made':
      return t('requests.stepFacts.file', {
        format: t(`requests.formats.${step.format}`),
        rows: rows(step.rows),
        export: step.export,
      });
    case 'erased': {
      const { reference, entry, held } = step;
      const erased = t('requests.stepFacts.erased', { reference, entry, rows: rows(step.rows) });
      return held > 0 ? `${erased}; ${t('requests.stepFacts.held', { rows: rows(held) })}` : erased;
    }
    case 'refused':
      return t(`requests.grounds.${step.ground}`);
    default:
      return null;
  }
}
