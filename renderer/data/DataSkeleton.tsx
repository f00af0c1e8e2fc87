import { Group, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** In the place of the tabs, the filter, the toolbar and the rows that are on their way. */
export function DataSkeleton() {
  const { t } = useTranslation('app');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      <Skeleton h={36} />
      <Skeleton h={36} maw={900} />
      <Group justify="space-between">
        <Skeleton h={36} w={96} />
        <Skeleton h={36} w={320} />
      </Group>
      <RowsSkeleton />
    </Stack>
  );
}

export function RowsSkeleton() {
  return (
    <Stack gap={8}>
      {ROWS.map((key) => (
        <Skeleton key={key} h={28} />
      ))}
    </Stack>
  );
}
