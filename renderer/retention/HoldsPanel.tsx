import { Button, Group, Stack, Text } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { HoldCard } from './HoldCard';
import { HoldDialog } from './HoldDialog';
import { useRetention } from './retention-store';

/** Whose rows are kept past their expiry, why, until when, and who said so. */
export function HoldsPanel() {
  const { t } = useTranslation('retention');
  const holds = useRetention((state) => state.holds) ?? [];
  const mayRequest = useMay('holds.request');
  const [isRequesting, setRequesting] = useKept('holds.requesting', z.boolean(), false);
  return (
    <Stack gap="md" maw={820}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('holds.explanation')}
        </Text>
        {mayRequest && (
          <Button
            flex="none"
            leftSection={<Gavel size={16} aria-hidden />}
            onClick={() => setRequesting(true)}
          >
            {t('holds.request')}
          </Button>
        )}
      </Group>
      {holds.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('holds.none')}
        </Text>
      )}
      {holds.map((hold) => (
        <HoldCard key={hold.id} hold={hold} mayDecide={mayRequest} />
      ))}
      {isRequesting && <HoldDialog onClose={() => setRequesting(false)} />}
    </Stack>
  );
}
