import { Anchor, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { useAuditStore } from './audit-store';
import { RetentionDialog } from './RetentionDialog';

/** How long the log remembers; an admin can change it. */
export function RetentionLine() {
  const { t } = useTranslation(['audit', 'app']);
  const days = useAuditStore((state) => state.retentionDays);
  const mayChange = useMay('workspace.setAuditRetention');
  const [isChanging, { open, close }] = useDisclosure(false);
  return (
    <Text size="sm" c="dimmed" mih={20}>
      {days !== null && (
        <>
          {t('retention.text', { days: t('app:units.days', { count: days }) })}{' '}
          {mayChange && (
            <Anchor component="button" type="button" inherit onClick={open}>
              {t('retention.change')}
            </Anchor>
          )}
          {isChanging && <RetentionDialog days={days} onClose={close} />}
        </>
      )}
    </Text>
  );
}
