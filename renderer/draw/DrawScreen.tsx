import { Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { Trophy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { DrawCard } from './DrawCard';
import { useDraws } from './draw-store';
import { PrepareDialog } from './PrepareDialog';

/** Draws of winners: prepared ones first committed to, drawn ones with who has won. */
export function DrawScreen() {
  const { t } = useTranslation(['draw', 'app']);
  const { draws, error, refresh } = useDraws();
  const [isPreparing, setPreparing] = useState(false);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  return (
    <Stack gap="md" maw={960} px="lg" py="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4}>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" maw={640}>
            {t('intro')}
          </Text>
        </Stack>
        <Button
          flex="none"
          leftSection={<Trophy size={16} aria-hidden />}
          onClick={() => setPreparing(true)}
        >
          {t('prepare.action')}
        </Button>
      </Group>
      {error && <ErrorState title={t('loadFailed')} error={error} onRetry={() => void refresh()} />}
      {!draws && !error && (
        <Center h={160}>
          <Loader aria-label={t('app:loading')} />
        </Center>
      )}
      {draws?.length === 0 && (
        <EmptyState icon={Trophy} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      {draws?.map((draw) => (
        <DrawCard key={draw.id} draw={draw} />
      ))}
      {isPreparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </Stack>
  );
}
