import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FileUp, TicketPercent } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { Pending } from '../ui/Pending';
import { useCodes } from './codes-store';
import { ImportDialog } from './ImportDialog';
import { PoolsTable } from './PoolsTable';

export function CodesScreen() {
  const { t } = useTranslation(['codes', 'app']);
  const { pools, error, load } = useCodes();
  const [isImporting, { open, close }] = useDisclosure(false);

  useEffect(() => void load(), [load]);

  if (!pools) {
    return <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />;
  }

  return (
    <Stack gap="md" maw={1100} px="lg" py="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed">
            {t('intro')}
          </Text>
        </div>
        <Button leftSection={<FileUp size={16} aria-hidden />} onClick={open} flex="none">
          {t('import.action')}
        </Button>
      </Group>
      {pools.length > 0 ? (
        <PoolsTable pools={pools} />
      ) : (
        <EmptyState icon={TicketPercent} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {isImporting && <ImportDialog onClose={close} onImported={() => void load()} />}
    </Stack>
  );
}
