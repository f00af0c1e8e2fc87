import { Switch, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { Section } from './Section';
import { SelfTest } from './SelfTest';
import { useSettingsStore } from './settings-store';
import { useSomethingOff } from './use-something-off';

export function StorageSection({ storeData }: { storeData: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const setStoreData = useSettingsStore((state) => state.setStoreData);
  const mayChange = useMay('workspace.setStoreData');
  const mayTest = useMay('storage.selfTest');
  const isSomethingOff = useSomethingOff(storeData, mayTest);
  const [isSaving, setSaving] = useState(false);

  const save = async (next: boolean) => {
    setSaving(true);
    try {
      await setStoreData(next);
      notify(t(next ? 'storage.switchedOn' : 'storage.switchedOff'));
    } catch (error) {
      showError(error);
    } finally {
      setSaving(false);
    }
  };

  const confirmOff = () =>
    modals.openConfirmModal({
      title: t('storage.confirmTitle'),
      children: <Text size="sm">{t('storage.confirmText')}</Text>,
      labels: { confirm: t('storage.confirm'), cancel: t('app:cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void save(false),
    });

  return (
    <Section section="storage" title={t('storage.title')}>
      <Switch
        label={t('storage.switch')}
        description={t(storeData ? 'storage.on' : 'storage.off')}
        checked={storeData}
        disabled={isSaving || !mayChange}
        onChange={() => (storeData ? confirmOff() : void save(true))}
      />
      {isSomethingOff && mayTest && <SelfTest />}
    </Section>
  );
}
