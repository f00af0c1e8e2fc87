import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { CertificatesPanel } from './CertificatesPanel';
import { FindPanel } from './FindPanel';

export function PersonScreen() {
  const { t } = useTranslation('privacy');
  const mayErase = useMay('privacy.erase');
  return (
    <Stack gap="md" maw={920} px="lg" py="md">
      <div>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed">
          {t('intro')}
        </Text>
      </div>
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
    </Stack>
  );
}
