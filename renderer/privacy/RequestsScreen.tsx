import { Button, Tabs } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { CertificatesPanel } from './CertificatesPanel';
import { FindPanel } from './FindPanel';
import { NewRequestDialog } from './NewRequestDialog';
import { RequestList } from './RequestList';
import { RequestPage } from './RequestPage';
import { RequestsTab, useRequests } from './requests-store';

export function RequestsScreen() {
  const { t } = useTranslation('privacy');
  const { tab, openId, newFor, setTab, begin, endBeginning } = useRequests();
  const mayAct = useMay('requests.enter');
  if (openId !== null) return <RequestPage key={openId} />;
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      width="wide"
      actions={
        mayAct &&
        tab === 'requests' && (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => begin('')}>
            {t('requests.new.action')}
          </Button>
        )
      }
    >
      <Tabs value={tab} keepMounted={false} onChange={(value) => setTab(RequestsTab.parse(value))}>
        <Tabs.List aria-label={t('tabs.label')}>
          <Tabs.Tab value="requests">{t('tabs.requests')}</Tabs.Tab>
          <Tabs.Tab value="find">{t('tabs.find')}</Tabs.Tab>
          {mayAct && <Tabs.Tab value="certificates">{t('tabs.certificates')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="requests" pt="md">
          <RequestList />
        </Tabs.Panel>
        <Tabs.Panel value="find" pt="md">
          <FindPanel />
        </Tabs.Panel>
        {mayAct && (
          <Tabs.Panel value="certificates" pt="md">
            <CertificatesPanel />
          </Tabs.Panel>
        )}
      </Tabs>
      {newFor !== null && <NewRequestDialog email={newFor} onClose={endBeginning} />}
    </Page>
  );
}
