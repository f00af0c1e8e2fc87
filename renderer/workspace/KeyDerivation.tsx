import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The derivation has no measurable progress, so the bar only says that it goes on. */
export function KeyDerivation({ running }: { running: boolean }) {
  const { t } = useTranslation('workspace');
  return (
    <Stack gap={4} role="status" mih={44}>
      {running && (
        <>
          <Progress value={100} animated size="sm" aria-label={t('derivingKey')} />
          <Text size="xs" c="dimmed">
            {t('derivingKey')}
          </Text>
        </>
      )}
    </Stack>
  );
}
