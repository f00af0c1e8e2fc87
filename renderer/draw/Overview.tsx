import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawnPlace } from '../../preload/contract';
import { OPEN, overviewOf } from './standing';

/** What is to be done next, and how much of it is done. */
export function Overview({ places }: { places: readonly DrawnPlace[] }) {
  const { t } = useTranslation('draw');
  const counts = overviewOf(places);
  const open = OPEN.filter((standing) => counts[standing] > 0);
  const done = counts.handed_over;
  const total = open.reduce((sum, standing) => sum + counts[standing], done);
  const [next, ...later] = open.map((standing) =>
    t(`followUp.next.${standing}`, { count: counts[standing] }),
  );
  const expired = counts.expired > 0 && t('followUp.expired', { count: counts.expired });
  if (total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {expired || t('followUp.noWinners')}
      </Text>
    );
  }
  const progress = t('followUp.done', { done, total });
  return (
    <Stack gap={6}>
      <Group gap="xs" justify="space-between" align="baseline">
        <Text size="sm" role="status">
          <Text span inherit fw={600}>
            {next ?? t('followUp.allDone')}
          </Text>
          {[...later, progress, expired]
            .filter(Boolean)
            .map((part) => ` · ${part}`)
            .join('')}
        </Text>
      </Group>
      <Progress value={(done / total) * 100} size="sm" aria-label={progress} />
    </Stack>
  );
}
