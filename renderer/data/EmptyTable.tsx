import { Center, Stack, Text, Title } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../preload/contract';
import { defaultDays } from '../app/default-days';
import { useDataStore } from './data-store';

export function EmptyTable({ table }: { table: TableName }) {
  const { t } = useTranslation(['data', 'app']);
  const modules = useDataStore((state) => state.modules);
  const range = defaultDays(modules, table);
  const sentence = table === 'customers' ? 'empty.retentionCustomers' : 'empty.retention';
  return (
    <Center flex={1}>
      <Stack align="center" gap="xs" maw={440} p="lg" ta="center">
        <Inbox size={36} strokeWidth={1.25} color="var(--mantine-color-dimmed)" aria-hidden />
        <Title order={2}>{t('empty.title')}</Title>
        <Text size="sm" c="dimmed">
          {t(`empty.${table}`)}
        </Text>
        {range && (
          <Text size="sm" c="dimmed">
            {t(sentence, {
              days:
                range.min === range.max
                  ? t('app:units.days', { count: range.max })
                  : t('app:units.dayRange', { min: range.min, max: range.max }),
            })}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
