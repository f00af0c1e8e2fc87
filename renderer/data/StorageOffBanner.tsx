import { Alert, Anchor } from '@mantine/core';
import { DatabaseZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';

export function StorageOffBanner() {
  const { t } = useTranslation('data');
  const goTo = useNavigation((state) => state.goTo);
  return (
    <Alert py="xs" icon={<DatabaseZap aria-hidden />} title={t('storageOff.title')}>
      {t('storageOff.text')}{' '}
      <Anchor component="button" inherit onClick={() => goTo('settings')}>
        {t('storageOff.action')}
      </Anchor>
    </Alert>
  );
}
