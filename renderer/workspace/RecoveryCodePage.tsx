import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { RecoveryCode } from './RecoveryCode';

export function RecoveryCodePage({ code }: { code: string }) {
  const { t } = useTranslation('workspace');
  const forgetCode = useAppStore((state) => state.forgetCode);
  return (
    <EntranceLayout>
      <Stack gap="md">
        <EntranceHeading title={t('recoveryCode.title')} />
        <RecoveryCode code={code} onKept={forgetCode} />
      </Stack>
    </EntranceLayout>
  );
}
