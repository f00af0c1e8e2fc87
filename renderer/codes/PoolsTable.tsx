import { Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChatChannel, CodePool } from '../../preload/contract';
import { useGoings } from '../app/going';
import { formatDay } from '../ui/format';
import { PoolMenu } from './PoolMenu';

export function PoolsTable({ pools }: { pools: readonly CodePool[] }) {
  const { t } = useTranslation(['codes', 'app']);
  const goings = useGoings((state) => state.all);
  const going = new Set(goings.map(({ id }) => id));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={780} type="native">
        <Table fz="sm" verticalSpacing="xs" aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              {(['name', 'size', 'kiosk', 'preview', 'experiences', 'since'] as const).map(
                (name) => (
                  <Table.Th key={name} scope="col" ta={name === 'size' ? 'right' : 'left'}>
                    {t(`columns.${name}`)}
                  </Table.Th>
                ),
              )}
              <Table.Th scope="col" aria-label={t('columns.actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pools.map((pool) => (
              <Table.Tr key={pool.id} {...(going.has(pool.id) && { c: 'dimmed' })}>
                <Table.Th scope="row" fw={500}>
                  {pool.name}
                </Table.Th>
                <Table.Td ta="right">{t('app:count', { count: pool.size })}</Table.Td>
                <Table.Td>
                  <Usage pool={pool} channel="kiosk" />
                </Table.Td>
                <Table.Td>
                  <Usage pool={pool} channel="preview" />
                </Table.Td>
                <Table.Td>
                  {pool.experiences.length > 0 ? (
                    pool.experiences.join(', ')
                  ) : (
                    <Text span inherit c="dimmed">
                      {t('unused')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDay(pool.createdAt)}</Table.Td>
                <Table.Td ta="right">
                  <PoolMenu pool={pool} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Usage({ pool, channel }: { pool: CodePool; channel: ChatChannel }) {
  const { t } = useTranslation('codes');
  const { issued = 0, entered = 0 } = pool.channels.find((each) => each.channel === channel) ?? {};
  if (issued === 0 && entered === 0) {
    return (
      <Text span inherit c="dimmed">
        {t('usage.none')}
      </Text>
    );
  }
  return (
    <Stack gap={0}>
      {issued > 0 && (
        <span>{t('usage.issued', { count: issued, left: Math.max(0, pool.size - issued) })}</span>
      )}
      {entered > 0 && <span>{t('usage.entered', { count: entered })}</span>}
    </Stack>
  );
}
