import { Alert, Anchor } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from './app-store';
import { ClockNotice } from './ClockNotice';
import { useNavigation } from './navigation';
import { SlotsNotice } from './SlotsNotice';
import { UnkeptCodeNotice } from './UnkeptCodeNotice';
import { useMay } from './use-may';

/** What the signed-in user has to know on every screen. */
export function ShellNotices() {
  const status = useAppStore((state) => state.status);
  if (status?.state !== 'unlocked') return null;
  return (
    <>
      {!status.auditIntact && <AuditNotice />}
      {status.slotsWarning && <SlotsNotice found={status.slotsWarning} />}
      <ClockNotice />
      <UnkeptCodeNotice />
    </>
  );
}

function AuditNotice() {
  const { t } = useTranslation('users');
  const goTo = useNavigation((state) => state.goTo);
  const mayLook = useMay('audit.page');
  return (
    <Alert
      color="red"
      radius={0}
      icon={<ShieldAlert aria-hidden />}
      title={t('notices.auditTitle')}
    >
      {t('notices.audit')}{' '}
      {mayLook && (
        <Anchor component="button" type="button" inherit onClick={() => goTo('audit')}>
          {t('notices.auditOpen')}
        </Anchor>
      )}
    </Alert>
  );
}
