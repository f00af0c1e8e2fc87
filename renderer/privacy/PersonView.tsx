import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { FileLock2, Plus, ShieldAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { formatDay } from '../ui/format';
import { Pending } from '../ui/Pending';
import { AccessDialog } from './AccessDialog';
import { NobodyFound } from './NobodyFound';
import { rowsIn } from './rows-in';
import { Timeline } from './Timeline';
import { type PersonLook, usePersonLook } from './use-person-look';

interface Props {
  email: string;
  onErase: () => void;
  onRequest: () => void;
}

/** A person who was found, with what can be done for them. */
export function PersonView({ email, onErase, onRequest }: Props) {
  const look = usePersonLook({ email });
  // Here, since its password outlives what is shown of the person.
  const [answering, setAnswering] = useState<PersonSummary | null>(null);
  return (
    <>
      <Person look={look} onAnswer={setAnswering} onErase={onErase} onRequest={onRequest} />
      {answering && (
        <AccessDialog
          subject={{ email: answering.email }}
          summary={answering}
          onClose={() => setAnswering(null)}
        />
      )}
    </>
  );
}

interface PersonProps extends Omit<Props, 'email'> {
  look: PersonLook;
  onAnswer: (summary: PersonSummary) => void;
}

function Person({ look: { shown, error, refresh, loadMore }, ...actions }: PersonProps) {
  const { t } = useTranslation('privacy');
  if (error || !shown) {
    return <Pending title={t('loadFailed')} error={error} onRetry={() => void refresh()} />;
  }
  const { summary, entries, tables, next } = shown;
  if (summary.tables.length === 0) {
    const text = t('none.whole_address', { text: summary.email });
    return <NobodyFound text={text} email={summary.email} />;
  }
  return (
    <Stack gap="md">
      <PersonHead summary={summary} {...actions} />
      <PersonFacts summary={summary} />
      <Timeline entries={entries} tables={tables} onMore={next ? loadMore : null} />
    </Stack>
  );
}

interface HeadProps extends Omit<PersonProps, 'look'> {
  summary: PersonSummary;
}

function PersonHead({ summary, onAnswer, onErase, onRequest }: HeadProps) {
  const { t } = useTranslation('privacy');
  const mayExport = useMay('privacy.prepareAccess');
  const mayErase = useMay('privacy.erase');
  return (
    <Group justify="space-between" align="flex-start">
      <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {summary.email}
      </Title>
      <Group gap="xs">
        {mayExport && (
          <Button
            variant="default"
            leftSection={<FileLock2 size={16} aria-hidden />}
            onClick={() => onAnswer(summary)}
          >
            {t('actions.access')}
          </Button>
        )}
        {mayErase && (
          <>
            <Button
              color="red"
              variant="outline"
              leftSection={<Trash2 size={16} aria-hidden />}
              onClick={onErase}
            >
              {t('actions.erase')}
            </Button>
            <Button leftSection={<Plus size={16} aria-hidden />} onClick={onRequest}>
              {t('actions.request')}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}

/** How much is stored about a person, since when and until when. */
export function PersonFacts({ summary }: { summary: PersonSummary }) {
  const { t } = useTranslation('privacy');
  const heldPast = summary.tables.reduce((sum, each) => sum + each.heldPast, 0);
  return (
    <Stack gap="sm">
      <Lifespan summary={summary} />
      {summary.hold && (
        <Alert color="orange" icon={<ShieldAlert size={18} aria-hidden />} py="xs">
          {t(`hold.${summary.hold}`)}
        </Alert>
      )}
      {heldPast > 0 && (
        <Alert color="orange" icon={<ShieldAlert size={18} aria-hidden />} py="xs">
          {t('hold.past', { count: heldPast })}
        </Alert>
      )}
      <Counts summary={summary} />
    </Stack>
  );
}

function Lifespan({ summary }: { summary: PersonSummary }) {
  const { t } = useTranslation('privacy');
  const { tables, firstAt, requests } = summary;
  const day = (ms: number) => ({ date: formatDay(ms) });
  const within = tables.flatMap(({ nextExpiry, lastExpiry }) =>
    nextExpiry === null || lastExpiry === null ? [] : [{ nextExpiry, lastExpiry }],
  );
  const next = Math.min(...within.map(({ nextExpiry }) => nextExpiry));
  const last = Math.max(...within.map(({ lastExpiry }) => lastExpiry));
  // What a hold keeps is left after its date.
  const isHeld = tables.some(({ held }) => held > 0);
  const facts = [
    t('facts.rows', { count: rowsIn(summary) }),
    ...(firstAt === null ? [] : [t('facts.first', day(firstAt))]),
    ...(within.length === 0 ? [] : [t('facts.next', day(next))]),
    ...(within.length === 0 || isHeld ? [] : [t('facts.last', day(last))]),
    ...(requests > 0 ? [t('facts.requests', { count: requests })] : []),
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.join(' · ')}
    </Text>
  );
}

function Counts({ summary }: { summary: PersonSummary }) {
  const { t } = useTranslation(['privacy', 'app']);
  return (
    <Group gap="xs" component="ul" aria-label={t('facts.counts')} p={0} m={0}>
      {summary.tables.map(({ table, rows, held }) => (
        <Badge key={table} component="li" color="gray" variant="light" size="lg" tt="none">
          {t(`app:tables.${table}`)} · {t('app:count', { count: rows })}
          {held > 0 && ` · ${t('facts.held', { count: held })}`}
        </Badge>
      ))}
    </Group>
  );
}
