import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { KeyRound, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChangePassphraseDialog } from '../users/ChangePassphraseDialog';
import { useAppStore } from './app-store';
import { ClockNotice } from './ClockNotice';
import { useNavigation } from './navigation';
import { useMay } from './use-may';

/** What the signed-in user has to know on every screen. */
export function ShellNotices() {
  const status = useAppStore((state) => state.status);
  if (status?.state !== 'unlocked') return null;
  return (
    <>
      {!status.auditIntact && <AuditNotice />}
      {status.passphraseIsTemporary && <PassphraseNotice />}
      <ClockNotice />
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
      py="xs"
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

function PassphraseNotice() {
  const { t } = useTranslation('users');
  const [isChanging, { open, close }] = useDisclosure(false);
  return (
    <Alert
      color="orange"
      radius={0}
      py="xs"
      styles={{ icon: { alignSelf: 'center', marginTop: 0 } }}
      icon={<KeyRound aria-hidden />}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('notices.passphrase')}</Text>
        <Button size="xs" onClick={open}>
          {t('passphrase.change')}
        </Button>
      </Group>
      {isChanging && <ChangePassphraseDialog onClose={close} />}
    </Alert>
  );
}
