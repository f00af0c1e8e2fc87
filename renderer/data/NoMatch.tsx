import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { useDataStore, useSearch } from './data-store';
import { useMaskingStore } from './masking-store';

/** Nothing was found; or nothing was searched for, since main refused to. */
export function NoMatch({ refusal }: { refusal?: AppError | undefined }) {
  const { t } = useTranslation('data');
  const resetFilter = useDataStore((state) => state.resetFilter);
  const isMasked = useMaskingStore((state) => state.masking?.isMasked);
  const message = useErrorMessage();
  const isSearched = useSearch().trim() !== '';
  return (
    <Center flex={1}>
      <Stack align="center" gap="xs" maw={440} p="lg" ta="center">
        <SearchX size={36} strokeWidth={1.25} color="var(--mantine-color-dimmed)" aria-hidden />
        <Title order={2}>{t(refusal ? 'noMatch.refused' : 'noMatch.title')}</Title>
        <Text size="sm" c="dimmed">
          {refusal
            ? message(refusal)
            : t(isMasked && isSearched ? 'noMatch.masked' : 'noMatch.text')}
        </Text>
        <Button variant="default" mt="xs" onClick={resetFilter}>
          {t('filter.reset')}
        </Button>
      </Stack>
    </Center>
  );
}
