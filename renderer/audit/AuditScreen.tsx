import { Alert, Button, Center, Stack, Text } from '@mantine/core';
import { FileDown, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { AuditTable } from './AuditTable';
import { useAuditStore } from './audit-store';
import { EntryDialog } from './EntryDialog';
import { Filters } from './Filters';
import { RetentionLine } from './RetentionLine';
import { VerdictBox } from './VerdictBox';
import { VerifyButton } from './VerifyButton';

export function AuditScreen() {
  const { t } = useTranslation('audit');
  const open = useAuditStore((state) => state.open);
  const [shown, setShown] = useState<AuditEntry | null>(null);

  useEffect(() => void open(), [open]);

  return (
    <Page
      width="fills"
      title={t('title')}
      intro={
        <>
          {t('intro')}
          <RetentionLine />
        </>
      }
      actions={
        <>
          <ExportButton />
          <VerifyButton />
        </>
      }
    >
      <VerdictBox />
      <Filters />
      <Entries onShow={setShown} />
      {shown && <EntryDialog entry={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

function Entries({ onShow }: { onShow: (entry: AuditEntry) => void }) {
  const { t } = useTranslation(['audit', 'app']);
  const { entries, error, open, setFilter } = useAuditStore();
  const message = useErrorMessage();
  if (!entries) {
    return <Pending flex={1} title={t('loadFailed')} error={error} onRetry={() => void open()} />;
  }
  if (entries.length === 0) {
    return (
      <Center flex={1}>
        <Stack align="center" gap="xs" p="lg">
          <SearchX size={36} strokeWidth={1.25} color="var(--mantine-color-dimmed)" aria-hidden />
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
          <Button variant="default" onClick={() => void setFilter({})}>
            {t('clearFilter')}
          </Button>
        </Stack>
      </Center>
    );
  }
  return (
    <>
      {error && (
        <Alert color="red" py="xs">
          {message(error)}
        </Alert>
      )}
      <AuditTable entries={entries} onShow={onShow} />
    </>
  );
}

function ExportButton() {
  const { t } = useTranslation('audit');
  const { filter, open } = useAuditStore();
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    setSaving(true);
    try {
      const result = await call('audit.export', filter);
      if (result.outcome === 'dismissed') return;
      const { fileName, entries: count } = result;
      notify(t('export.saved', { count, fileName }));
      await open();
    } catch (error) {
      showError(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Button
      variant="default"
      leftSection={<FileDown size={16} aria-hidden />}
      loading={isSaving}
      onClick={() => void save()}
    >
      {t('export.action')}
    </Button>
  );
}
