import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { FileLock2, ShieldAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { formatDay } from '../ui/format';
import { AccessDialog } from './AccessDialog';
import { rowsIn } from './rows-in';
import { Timeline } from './Timeline';

interface Props {
  summary: PersonSummary;
  onErase: () => void;
}

export function PersonView({ summary, onErase }: Props) {
  const { t } = useTranslation('privacy');
  const [isAnswering, setAnswering] = useState(false);
  const mayExport = useMay('privacy.prepareAccess');
  const mayErase = useMay('privacy.erase');
  const { email, hold } = summary;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Title>
          <Lifespan summary={summary} />
        </div>
        <Group gap="xs">
          {mayExport && (
            <Button
              variant="default"
              leftSection={<FileLock2 size={16} aria-hidden />}
              onClick={() => setAnswering(true)}
            >
              {t('actions.access')}
            </Button>
          )}
          {mayErase && (
            <Button
              color="red"
              variant="outline"
              leftSection={<Trash2 size={16} aria-hidden />}
              onClick={onErase}
            >
              {t('actions.erase')}
            </Button>
          )}
        </Group>
      </Group>
      {hold && (
        <Alert color="orange" icon={<ShieldAlert size={18} aria-hidden />} py="xs">
          {t(`hold.${hold}`)}
        </Alert>
      )}
      <Counts summary={summary} />
      <Timeline />
      {isAnswering && <AccessDialog summary={summary} onClose={() => setAnswering(false)} />}
    </Stack>
  );
}

function Lifespan({ summary }: { summary: PersonSummary }) {
  const { t } = useTranslation('privacy');
  const { tables, firstAt } = summary;
  const day = (ms: number) => ({ date: formatDay(ms) });
  const facts = [
    t('facts.rows', { count: rowsIn(summary) }),
    ...(firstAt === null ? [] : [t('facts.first', day(firstAt))]),
    t('facts.next', day(Math.min(...tables.map(({ nextExpiry }) => nextExpiry)))),
    t('facts.last', day(Math.max(...tables.map(({ lastExpiry }) => lastExpiry)))),
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
