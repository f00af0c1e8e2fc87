import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonMatch, PersonMatches } from '../../preload/contract';
import { formatExactInstant } from '../ui/format';
import { usePersonStore } from './person-store';

/** Whom a text may mean, to choose from. */
export function MatchList({ matches }: { matches: PersonMatches }) {
  const { t } = useTranslation('privacy');
  const searched = usePersonStore((state) => state.searched);
  const { people, isMore } = matches;
  return (
    <Stack gap="sm" component="section" aria-label={t('matches.title')}>
      <Title order={2} size="h4" role="status" style={{ overflowWrap: 'anywhere' }}>
        {t(isMore ? 'matches.first' : 'matches.found', { count: people.length, text: searched })}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`matches.${matches.searched}`)}
      </Text>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {people.map((person) => (
          <li key={person.email ?? `${person.table} ${person.row}`}>
            <Match person={person} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

function Match({ person }: { person: PersonMatch }) {
  const { t } = useTranslation(['privacy', 'app']);
  const find = usePersonStore((state) => state.find);
  const { email, name, phone, table, row, at } = person;
  const facts = [name, phone].filter(Boolean).join(' · ');
  const place = { table: t(`app:tables.${table}`), row, time: formatExactInstant(at ?? 0) };
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={600}>
            {email ?? t('matches.nameless')}
          </Text>
          {facts !== '' && (
            <Text size="sm" c="dimmed">
              {facts}
            </Text>
          )}
          {email === null && (
            <Text size="sm" c="dimmed">
              {t('matches.place', place)}
            </Text>
          )}
        </div>
        {email !== null && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('matches.openPerson', { email })}
            onClick={() => find(email)}
          >
            {t('matches.open')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
