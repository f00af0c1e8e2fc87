import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { CertificatesPanel } from './CertificatesPanel';
import { FindPanel } from './FindPanel';

export function RequestsScreen() {
  const { t } = useTranslation('privacy');
  const mayErase = useMay('privacy.erase');
  return (
    <Page title={t('title')} intro={t('intro')}>
      {mayErase ? (
        <Tabs defaultValue="find" keepMounted={false}>
          <Tabs.List aria-label={t('tabs.label')}>
            <Tabs.Tab value="find">{t('tabs.find')}</Tabs.Tab>
            <Tabs.Tab value="certificates">{t('tabs.certificates')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="find" pt="md">
            <FindPanel />
          </Tabs.Panel>
          <Tabs.Panel value="certificates" pt="md">
            <CertificatesPanel />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <FindPanel />
      )}
    </Page>
  );
}
