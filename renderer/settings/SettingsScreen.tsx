import { Center, Loader, Stack, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../app/client';
import { ErrorState } from '../ui/ErrorState';
import { PreferencesSection } from './PreferencesSection';
import { RetentionSection } from './RetentionSection';
import { StorageSection } from './StorageSection';
import { SweepSection } from './SweepSection';
import { useSettingsStore } from './settings-store';
import { WorkspaceSection } from './WorkspaceSection';

export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'app']);
  const { loaded, error, load, showSweep } = useSettingsStore();

  useEffect(() => {
    void load();
    return onEvent('retention.swept', showSweep);
  }, [load, showSweep]);

  if (!loaded) {
    return (
      <Center h="100%">
        {error ? (
          <ErrorState title={t('loadFailed')} error={error} onRetry={() => void load()} />
        ) : (
          <Loader aria-label={t('app:loading')} />
        )}
      </Center>
    );
  }

  const { workspace, modules, retention } = loaded;
  return (
    <Stack gap="md" maw={880} px="lg" py="md">
      <Title order={1}>{t('title')}</Title>
      <StorageSection storeData={workspace.storeData} />
      <RetentionSection modules={modules} maxDays={workspace.maxRetentionDays} />
      <SweepSection retention={retention} />
      <PreferencesSection />
      <WorkspaceSection />
    </Stack>
  );
}
