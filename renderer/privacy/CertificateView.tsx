import { Button, Group, Stack, Text } from '@mantine/core';
import { Copy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { currentLanguage } from '../app/i18n';
import { Facts } from '../ui/Facts';
import { formatExactInstant } from '../ui/format';
import { ErasureTable } from './ErasureTable';

export function CertificateView({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation(['privacy', 'app']);
  const { seq, reference, at, tracesRemovedAt, user, tables, requests, hash } = certificate;
  // Said here: a message of the page would lie behind the dialog that this may be in.
  const [done, setDone] = useState('');
  const copy = async () => {
    await call('privacy.copyReference', { seq });
    setDone(t('done.copied'));
  };
  const save = async () => {
    const result = await call('privacy.saveCertificate', { seq, language: currentLanguage() });
    if (result.outcome === 'saved') setDone(t('done.saved', { fileName: result.fileName }));
  };
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          { label: t('certificate.reference'), value: reference, isCode: true },
          { label: t('certificate.at'), value: formatExactInstant(at) },
          {
            label: t('certificate.traces'),
            value:
              tracesRemovedAt === null
                ? t('certificate.tracesPending')
                : formatExactInstant(tracesRemovedAt),
          },
          { label: t('certificate.user'), value: user },
          { label: t('certificate.rule'), value: t('certificate.ruleText') },
          { label: t('certificate.entry'), value: t('app:count', { count: seq }) },
          { label: t('certificate.hash'), value: hash, isCode: true },
          ...(requests > 0
            ? [{ label: t('certificate.requests'), value: t('app:count', { count: requests }) }]
            : []),
        ]}
      />
      <ErasureTable tables={tables} />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Copy size={16} aria-hidden />}
          onClick={() => void copy().catch(showError)}
        >
          {t('done.copy')}
        </Button>
        <Button
          leftSection={<FileDown size={16} aria-hidden />}
          onClick={() => void save().catch(showError)}
        >
          {t('done.save')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {done}
      </Text>
    </Stack>
  );
}
