import { Button, Stack, Text, Title } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../app/errors';

interface Props {
  title: string;
  error: unknown;
  onRetry: () => void;
}

export function ErrorState({ title, error, onRetry }: Props) {
  const { t } = useTranslation('app');
  const message = useErrorMessage();
  return (
    <Stack align="center" gap="xs" maw={480} p="xl" ta="center" role="alert">
      <CircleAlert size={32} strokeWidth={1.5} color="var(--mantine-color-error)" aria-hidden />
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {message(error)}
      </Text>
      <Button variant="default" mt="xs" onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </Stack>
  );
}
