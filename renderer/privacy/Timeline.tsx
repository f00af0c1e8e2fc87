import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnView, TableView, TimelineEntry } from '../../preload/contract';
import { showError } from '../app/errors';
import { DataCell } from '../data/DataCell';
import { columnLabel } from '../data/labels';
import { Facts } from '../ui/Facts';
import { formatDay, formatExactInstant, formatTime } from '../ui/format';
import { type Conversation, createdAt, groupEntries } from './group-entries';

/** Shown above the values, or of no use to a person. */
const SHOWN_ELSEWHERE = ['created_at', 'expires_at', 'experience_name', 'channel'];

interface Props {
  entries: readonly TimelineEntry[];
  tables: readonly TableView[];
  /** Null where there are no more. */
  onMore: (() => Promise<void>) | null;
}

export function Timeline({ entries, tables, onMore }: Props) {
  const { t } = useTranslation('privacy');
  const [isLoading, setLoading] = useState(false);
  const more = async () => {
    setLoading(true);
    await onMore?.().catch(showError);
    setLoading(false);
  };
  return (
    <Stack gap="md" component="section" aria-label={t('timeline.title')}>
      {groupEntries(entries).map(({ startMs, conversations }) => (
        <Stack key={startMs} gap="xs">
          <Title order={3} size="h5">
            {formatDay(startMs)}
          </Title>
          {conversations.map((conversation) => (
            <ConversationCard
              key={`${conversation.sessionId} ${keyOf(conversation.entries[0])}`}
              conversation={conversation}
              tables={tables}
            />
          ))}
        </Stack>
      ))}
      {onMore && (
        <Button variant="default" loading={isLoading} onClick={() => void more()}>
          {t('timeline.more')}
        </Button>
      )}
    </Stack>
  );
}

interface CardProps {
  conversation: Conversation;
  tables: readonly TableView[];
}

function ConversationCard({ conversation, tables }: CardProps) {
  const { t } = useTranslation('privacy');
  const { entries } = conversation;
  const [first] = entries;
  const channel = CHANNEL_COLUMN;
  return (
    <Card withBorder padding="md" component="article">
      <Group gap="xs" mb="sm">
        <Text size="sm" fw={600}>
          {t('timeline.conversation', {
            experience: String(first?.row.cells.experience_name ?? ''),
          })}
        </Text>
        {first && <DataCell column={channel} row={first.row} />}
      </Group>
      <Stack gap="md" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} tables={tables} />
        ))}
      </Stack>
    </Card>
  );
}

const CHANNEL_COLUMN: ColumnView = {
  name: 'channel',
  kind: 'text',
  personal: false,
  technical: false,
};

function Entry({ entry, tables }: { entry: TimelineEntry; tables: readonly TableView[] }) {
  const { t } = useTranslation(['privacy', 'app', 'data']);
  const data = useTranslation('data');
  const { tableName, row, isHeld } = entry;
  const columns = tables.find(({ name }) => name === tableName)?.columns ?? [];
  const shown = columns.filter(({ name, technical, kind }) => {
    const value = row.cells[name] ?? null;
    const isTold = technical || kind === 'bytes' || SHOWN_ELSEWHERE.includes(name);
    return !isTold && value !== null && value !== '';
  });
  const at = createdAt(entry);
  const expiresAt = Number(row.cells.expires_at);
  return (
    <li>
      <Group gap="xs" mb={4}>
        <Badge variant="light" tt="none">
          {t(`app:tables.${tableName}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          <time dateTime={new Date(at).toISOString()} title={formatExactInstant(at)}>
            {formatTime(at)}
          </time>
          {' · '}
          <time dateTime={new Date(expiresAt).toISOString()} title={formatExactInstant(expiresAt)}>
            {t('timeline.expires', { date: formatDay(expiresAt) })}
          </time>
        </Text>
        {isHeld && (
          <Badge color="orange" variant="light" tt="none">
            {t('hold.badge')}
          </Badge>
        )}
      </Group>
      <Facts
        facts={shown.map((column) => ({
          label: columnLabel(column.name, data.t),
          value: <DataCell column={column} row={row} />,
        }))}
      />
    </li>
  );
}

function keyOf(entry: TimelineEntry | undefined): string {
  return entry ? `${entry.tableName} ${entry.row.id}` : '';
}
