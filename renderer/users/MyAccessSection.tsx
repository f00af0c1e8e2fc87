import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../app/errors';
import { Section } from '../settings/Section';
import { ChangePassphraseDialog } from './ChangePassphraseDialog';
import { KeystoreDialog } from './KeystoreDialog';
import { useMyAccess } from './my-access-store';
import { RecoveryCodeDialog } from './RecoveryCodeDialog';

/** The signed-in user's own ways in. */
export function MyAccessSection() {
  const { t } = useTranslation('users');
  const message = useErrorMessage();
  const { me, hasKeystore, error, load } = useMyAccess();
  const [changesPassphrase, passphrase] = useDisclosure(false);
  const [changesKeystore, keystore] = useDisclosure(false);
  const [makesCode, code] = useDisclosure(false);

  useEffect(() => void load(), [load]);

  return (
    <Section section="mine" title={t('mine.title')}>
      {error && <Alert color="red">{message(error)}</Alert>}
      <Way
        title={t('mine.passphrase')}
        state={t(me?.passphraseIsTemporary ? 'mine.passphraseTemporary' : 'mine.passphraseSet')}
        action={
          <Button variant="default" size="xs" onClick={passphrase.open}>
            {t('passphrase.change')}
          </Button>
        }
      />
      <Way
        title={t('mine.recoveryCode')}
        state={t(me?.recoveryCode ? 'mine.recoveryCodeSet' : 'mine.recoveryCodeMissing')}
        action={
          <Button variant="default" size="xs" onClick={code.open}>
            {t('recoveryCode.make')}
          </Button>
        }
      />
      <Way
        title={t('mine.keystore')}
        state={t(keystoreState(hasKeystore, me?.keystore === true))}
        action={
          (hasKeystore || me?.keystore) && (
            <Button variant="default" size="xs" onClick={keystore.open}>
              {t(me?.keystore ? 'keystore.disable' : 'keystore.enable')}
            </Button>
          )
        }
      />
      {changesPassphrase && (
        <ChangePassphraseDialog
          onClose={() => {
            passphrase.close();
            void load();
          }}
        />
      )}
      {changesKeystore && me && <KeystoreDialog enable={!me.keystore} onClose={keystore.close} />}
      {makesCode && <RecoveryCodeDialog onClose={code.close} />}
    </Section>
  );
}

function keystoreState(isAvailable: boolean, isUsed: boolean) {
  if (!isAvailable) return 'mine.keystoreNone';
  return isUsed ? 'mine.keystoreOn' : 'mine.keystoreOff';
}

function Way({ title, state, action }: { title: string; state: string; action: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="lg">
      <Stack gap={0}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {state}
        </Text>
      </Stack>
      {action}
    </Group>
  );
}
