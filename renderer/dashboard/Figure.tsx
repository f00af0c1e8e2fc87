import { Center, Group, Paper, Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState';
import type { BarsProps } from './Bars';
import { CountTable, type CountTableProps } from './CountTable';

/** Of the charts that stand upright; the others have as many bars as there is to count. */
const CHART_HEIGHT = 280;

const Bars = lazy(() => import('./Bars'));

interface Props {
  title: string;
  /** Null while it is fetched. */
  summary: string | null;
  note: string;
  error: unknown;
  onRetry: () => void;
  /** Null: there is nothing to draw. */
  chart: Omit<BarsProps, 'label'> | null;
  table: Omit<CountTableProps, 'label'>;
  /** What is counted, to choose. */
  controls?: ReactNode;
}

/** Counts as a chart or, for who cannot see one or wants the figures, as a table. */
export function Figure({ title, summary, note, error, onRetry, chart, table, controls }: Props) {
  const { t } = useTranslation(['dashboard', 'app']);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  // As high as what comes: nothing below it jumps.
  const pending = <Skeleton h={CHART_HEIGHT} role="status" aria-label={t('app:loading')} />;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} id={id} size="h3">
            {title}
          </Title>
          <Group gap="md">
            {controls}
            <Switch
              size="sm"
              label={t('asTable')}
              checked={asTable}
              onChange={(event) => setAsTable(event.currentTarget.checked)}
            />
          </Group>
        </Group>
        {error !== null ? (
          <Center>
            <ErrorState title={t('loadFailed')} error={error} onRetry={onRetry} />
          </Center>
        ) : summary === null ? (
          <>
            <Skeleton h={22} maw={420} />
            {pending}
          </>
        ) : (
          <>
            <Text size="sm" aria-live="polite">
              {summary}
            </Text>
            {asTable && <CountTable label={title} {...table} />}
            {!asTable && chart && (
              <Suspense fallback={pending}>
                <Bars label={`${summary} ${t('chartHint')}`} {...chart} />
              </Suspense>
            )}
          </>
        )}
        <Text size="xs" c="dimmed" maw={760}>
          {note}
        </Text>
      </Stack>
    </Paper>
  );
}
