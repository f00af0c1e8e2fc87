import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Copy, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditVerdict } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useAuditStore } from './audit-store';
import classes from './VerdictBox.module.css';

export function VerdictBox() {
  const { t } = useTranslation(['audit', 'app']);
  const { verdict, forgetVerdict } = useAuditStore();
  return (
    <div role="status" className={classes.verdict}>
      {verdict && (
        <Alert
          color={verdict.intact ? 'petrol' : 'red'}
          icon={verdict.intact ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
          title={t(verdict.intact ? 'verify.intactTitle' : 'verify.brokenTitle')}
          withCloseButton
          closeButtonLabel={t('verify.dismiss')}
          onClose={forgetVerdict}
        >
          {verdict.intact ? <Intact verdict={verdict} /> : <Broken verdict={verdict} />}
        </Alert>
      )}
    </div>
  );
}

function Intact({ verdict }: { verdict: Extract<AuditVerdict, { intact: true }> }) {
  const { t } = useTranslation(['audit', 'app']);
  const copy = async () => {
    try {
      await call('audit.copyHead');
      notify(t('verify.copied'));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Stack gap={6}>
      <Text size="sm">{t('verify.intact', { count: verdict.entries })}</Text>
      <Group gap="xs">
        <Text size="sm" fw={550}>
          {t('verify.head')}:
        </Text>
        <code className={classes.head}>{verdict.head}</code>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Copy size={12} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('app:copy')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('verify.headHint')}
      </Text>
    </Stack>
  );
}

function Broken({ verdict }: { verdict: Extract<AuditVerdict, { intact: false }> }) {
  const { t } = useTranslation('audit');
  const { problem, seq } = verdict;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={550}>
        {t(`verify.${problem}`, { seq })}
      </Text>
      <Text size="sm">{t('verify.advice')}</Text>
    </Stack>
  );
}
