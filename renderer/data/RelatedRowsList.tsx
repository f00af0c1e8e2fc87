import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RelatedRows, RowView } from '../../preload/contract';
import { formatInstant } from '../ui/format';
import { useDataStore } from './data-store';
import { cellWord, columnLabel } from './labels';

/** The columns that every row of a conversation has in common say nothing here. */
const COMMON = ['created_at', 'expires_at', 'experience_name', 'channel', 'last_active_at'];

export function RelatedRowsList({ related: { table, rows, total } }: { related: RelatedRows }) {
  const { t } = useTranslation(['data', 'app']);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550}>
        {t(`app:tables.${table}`)}{' '}
        <Text span inherit c="dimmed" fw={400}>
          {t('app:count', { count: total })}
        </Text>
      </Text>
      <List size="sm" spacing={2} listStyleType="none">
        {rows.map((row) => (
          <List.Item key={row.id}>
            <Text span inherit c="dimmed" mr={8}>
              {formatInstant(Number(row.cells.created_at))}
            </Text>
            <Summary table={table} row={row} />
          </List.Item>
        ))}
      </List>
      {total > rows.length && (
        <Text size="xs" c="dimmed">
          {t('detail.more', { count: total - rows.length })}
        </Text>
      )}
    </Stack>
  );
}

function Summary({ table, row }: { table: RelatedRows['table']; row: RowView }) {
  const { t } = useTranslation('data');
  const columns = useDataStore(({ tables }) => tables?.find(({ name }) => name === table)?.columns);
  const parts = (columns ?? [])
    .filter(
      ({ name, technical, detail }) =>
        !technical && !detail && !COMMON.includes(name) && row.cells[name],
    )
    .map(({ name }) => `${columnLabel(name, t)}: ${cellWord(name, String(row.cells[name]), t)}`);
  return <span style={{ overflowWrap: 'anywhere' }}>{parts.join(' · ')}</span>;
}
