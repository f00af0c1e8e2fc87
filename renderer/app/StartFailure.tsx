import { Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { ErrorState } from '../ui/ErrorState';
import { useAppStore } from './app-store';

export function StartFailure({ error }: { error: AppError }) {
  const { t } = useTranslation('app');
  const start = useAppStore((state) => state.start);
  return (
    <Center h="100%" component="main">
      <ErrorState title={t('startFailed')} error={error} onRetry={() => void start()} />
    </Center>
  );
}
