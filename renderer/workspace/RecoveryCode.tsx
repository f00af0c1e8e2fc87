import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { SecretBox } from '../ui/SecretBox';
import { useUnkeptCode } from './unkept-code';

interface Props {
  code: string;
  onKept: () => void;
}

/** The recovery code, shown once; it goes on only when the user says that it is kept. */
export function RecoveryCode({ code, onKept }: Props) {
  const { t } = useTranslation('workspace');
  const [isKept, setKept] = useState(false);
  const [, setUnkept] = useUnkeptCode();
  useEffect(() => setUnkept(true), [setUnkept]);
  return (
    <Stack gap="md">
      <Text size="sm">{t('recoveryCode.text')}</Text>
      <SecretBox
        label={t('recoveryCode.label')}
        secret={code}
        onCopy={() => call('me.copyRecoveryCode', { code })}
        onPrint={() => call('me.printRecoveryCode', { code })}
      />
      <Alert
        color="orange"
        title={t('recoveryCode.warningTitle')}
        icon={<TriangleAlert color="var(--mantine-color-orange-7)" aria-hidden />}
      >
        {t('recoveryCode.warning')}
      </Alert>
      <Checkbox
        label={t('recoveryCode.kept')}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button
          disabled={!isKept}
          onClick={() => {
            setUnkept(false);
            onKept();
          }}
        >
          {t('recoveryCode.continue')}
        </Button>
      </Group>
    </Stack>
  );
}
