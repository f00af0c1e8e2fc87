import { Button } from '@mantine/core';
import { FileUp, TicketPercent } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { useCodes } from './codes-store';
import { ImportDialog } from './ImportDialog';
import { PoolsTable } from './PoolsTable';

export function CodesScreen() {
  const { t } = useTranslation(['codes', 'app']);
  const { pools, error, load } = useCodes();
  const [isImporting, setImporting] = useKept('codes.importing', z.boolean(), false);

  useEffect(() => void load(), [load]);

  return (
    <Page
      width="wide"
      title={t('title')}
      intro={t('intro')}
      actions={
        <Button leftSection={<FileUp size={16} aria-hidden />} onClick={() => setImporting(true)}>
          {t('import.action')}
        </Button>
      }
    >
      {!pools && <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />}
      {pools && pools.length > 0 && <PoolsTable pools={pools} />}
      {pools?.length === 0 && (
        <EmptyState icon={TicketPercent} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {isImporting && (
        <ImportDialog onClose={() => setImporting(false)} onImported={() => void load()} />
      )}
    </Page>
  );
}
