import { Alert, Button, Group, Text } from '@mantine/core';
import { DatabaseBackup } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { Section } from '../settings/Section';
import { Facts } from '../ui/Facts';
import { formatBytes, formatInstant } from '../ui/format';
import { BackupRunning } from './BackupRunning';
import { useBackupStore } from './backup-store';
import { IntegrityCheck } from './IntegrityCheck';

export function BackupSection() {
  const { t } = useTranslation('backup');
  const { isSaving, load, save, showProgress } = useBackupStore();

  useEffect(() => {
    void load();
    return onEvent('backup.progress', showProgress);
  }, [load, showProgress]);

  return (
    <Section section="backup" title={t('title')}>
      <Text size="sm">{t('intro')}</Text>
      <LastBackup />
      <Outcome />
      {isSaving ? (
        <BackupRunning />
      ) : (
        <Group gap="xs">
          <Button
            leftSection={<DatabaseBackup size={16} aria-hidden />}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t('oldRows')}
      </Text>
      <IntegrityCheck />
    </Section>
  );
}

function LastBackup() {
  const { t } = useTranslation('backup');
  const last = useBackupStore((state) => state.last);
  if (last === undefined) return null;
  if (last === null) return <Text size="sm">{t('never')}</Text>;
  const { createdAt, fileName, folder, bytes } = last;
  return (
    <Facts
      facts={[
        {
          label: t('last'),
          value: `${formatInstant(createdAt)} · ${fileName} · ${formatBytes(bytes)}`,
        },
        { label: t('folder'), value: folder, isCode: true },
      ]}
    />
  );
}

function Outcome() {
  const { t } = useTranslation('backup');
  const message = useErrorMessage();
  const { outcome, last } = useBackupStore();
  if (outcome === null) return null;
  if (outcome === 'saved') {
    return (
      <Alert py="xs" role="status">
        {t('saved', { fileName: last?.fileName })}
      </Alert>
    );
  }
  return (
    <Alert color={outcome === 'cancelled' ? 'gray' : 'red'} py="xs" role="status">
      {outcome === 'cancelled' ? t('cancelled') : message(outcome)}
    </Alert>
  );
}
