import { Accordion, Group, Stack, Text } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../preload/contract';
import { call } from '../app/client';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { formatInstant } from '../ui/format';
import { ContentSkeleton } from '../ui/Page';
import { CertificateView } from './CertificateView';

export function CertificatesPanel() {
  const { t } = useTranslation(['privacy', 'app']);
  const [certificates, setCertificates] = useState<Certificate[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    call('privacy.certificates').then(setCertificates).catch(setError);
  }, []);
  useEffect(load, [load]);

  if (error) {
    return <ErrorState title={t('app:failed')} error={error} onRetry={load} />;
  }
  if (!certificates) return <ContentSkeleton />;
  if (certificates.length === 0) {
    return (
      <EmptyState icon={FileCheck} title={t('certificates.none')}>
        {t('certificates.noneText')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('certificates.intro')}
      </Text>
      <Accordion variant="contained" order={2}>
        {certificates.map((certificate) => (
          <Accordion.Item key={certificate.seq} value={String(certificate.seq)}>
            <Accordion.Control>
              <Line certificate={certificate} />
            </Accordion.Control>
            <Accordion.Panel>
              <CertificateView certificate={certificate} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function Line({ certificate: { reference, at, tables } }: { certificate: Certificate }) {
  const { t } = useTranslation('privacy');
  const erased = tables.reduce((sum, each) => sum + each.erased, 0);
  const held = tables.reduce((sum, each) => sum + each.held, 0);
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap" pr="sm">
      <Text size="sm" fw={600}>
        {reference}
      </Text>
      <Text size="sm" c="dimmed">
        {formatInstant(at)} · {t('certificates.rows', { count: erased })}
        {held > 0 && ` · ${t('certificates.held', { count: held })}`}
      </Text>
    </Group>
  );
}
