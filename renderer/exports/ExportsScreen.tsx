import { Button } from '@mantine/core';
import { FileDown, FileLock2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type ExportRecord, TABLE_NAMES } from '../../preload/contract';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { ExportDialog } from '../export/ExportDialog';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { ExportCard } from './ExportCard';
import { ExportRules } from './ExportRules';
import { useExports } from './exports-store';

const PAGE = 25;

export function ExportsScreen() {
  const { t } = useTranslation('export');
  const { records, settings, error, load } = useExports();
  const mayExport = useMay('exports.save');
  const [isExporting, setExporting] = useKept('exports.exporting', z.boolean(), false);
  const [released, setReleased] = useState<ExportRecord | null>(null);
  const [shown, setShown] = useState(PAGE);

  useEffect(() => {
    void load();
  }, [load]);

  return (
    <Page
      title={t('register.title')}
      intro={t('register.intro')}
      actions={
        mayExport && (
          <Button
            leftSection={<FileDown size={16} aria-hidden />}
            onClick={() => setExporting(true)}
          >
            {t('register.exportData')}
          </Button>
        )
      }
    >
      {!(records && settings) && (
        <Pending title={t('register.loadFailed')} error={error} onRetry={() => void load()} />
      )}
      {settings && <ExportRules settings={settings} />}
      {records?.length === 0 && (
        <EmptyState icon={FileLock2} title={t('register.none')}>
          {t('register.noneHint')}
        </EmptyState>
      )}
      {records?.slice(0, shown).map((record) => (
        <ExportCard key={record.id} record={record} onSave={() => setReleased(record)} />
      ))}
      {records && records.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('register.more', { count: records.length - shown })}
        </Button>
      )}
      {isExporting && <ExportDialog tables={TABLE_NAMES} onClose={() => setExporting(false)} />}
      {released && (
        <ExportDialog
          tables={released.tables}
          released={released}
          onClose={() => setReleased(null)}
        />
      )}
    </Page>
  );
}
