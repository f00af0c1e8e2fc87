import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { BackupSection } from '../backup/BackupSection';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { MyAccessSection } from '../users/MyAccessSection';
import { ClockSection } from './ClockSection';
import { IdleLockSection } from './IdleLockSection';
import { PreferencesSection } from './PreferencesSection';
import { StorageSection } from './StorageSection';
import { SweepSection } from './SweepSection';
import { useSettingsStore } from './settings-store';
import { WorkspaceSection } from './WorkspaceSection';

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const mayBackUp = useMay('backup.save');
  const { loaded, error, load } = useSettingsStore();

  useEffect(() => {
    void load();
  }, [load]);

  if (!loaded) {
    return (
      <Page title={t('title')}>
        <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />
      </Page>
    );
  }

  const { workspace } = loaded;
  return (
    <Page title={t('title')}>
      <StorageSection storeData={workspace.storeData} />
      <SweepSection />
      <MyAccessSection />
      <ClockSection days={workspace.clockJumpDays} />
      <IdleLockSection minutes={workspace.idleLockMinutes} />
      <PreferencesSection />
      {mayBackUp && <BackupSection />}
      <WorkspaceSection />
    </Page>
  );
}
