import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FunnelFigure } from './FunnelFigure';
import { ParticipationsFigure } from './ParticipationsFigure';
import { StorageFigure } from './StorageFigure';

/** What has come in, how far people get, and what is stored for how long. */
export function DashboardScreen() {
  const { t } = useTranslation('dashboard');
  return (
    <Stack gap="md" maw={1080} px="lg" py="md">
      <Stack gap={4}>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed">
          {t('intro')}
        </Text>
      </Stack>
      <ParticipationsFigure />
      <FunnelFigure />
      <StorageFigure />
    </Stack>
  );
}
