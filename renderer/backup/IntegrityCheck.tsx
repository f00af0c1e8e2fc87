import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lockWorkspace } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';

export function IntegrityCheck() {
  const { t } = useTranslation('backup');
  const [isChecking, setChecking] = useState(false);
  const [isIntact, setIntact] = useState<boolean | null>(null);

  const check = async () => {
    setChecking(true);
    setIntact(null);
    try {
      setIntact((await call('backup.checkIntegrity')).intact);
    } catch (error) {
      showError(error);
    } finally {
      setChecking(false);
    }
  };

  return (
    <>
      {isIntact !== null && (
        <Alert color={isIntact ? 'petrol' : 'red'} py="xs" role="status">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t(isIntact ? 'integrity.intact' : 'integrity.damaged')}</Text>
            {!isIntact && (
              <Button
                size="xs"
                variant="default"
                style={{ flex: 'none' }}
                onClick={() => void lockWorkspace().catch(showError)}
              >
                {t('integrity.lock')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Group>
        <Button variant="default" loading={isChecking} onClick={() => void check()}>
          {t('integrity.check')}
        </Button>
      </Group>
    </>
  );
}
