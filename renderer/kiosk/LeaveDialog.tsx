import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '../../preload/contract';
import { call } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { PassphraseInput } from '../workspace/PassphraseInput';

interface Props {
  users: KioskView['users'];
  onClose: () => void;
}

/** Main checks the passphrase, and takes this window down. */
export function LeaveDialog({ users, onClose }: Props) {
  const { t } = useTranslation(['kiosk', 'app', 'workspace']);
  const message = useErrorMessage();
  const [userId, setUserId] = useState(users[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);

  const leave = async (event: FormEvent) => {
    event.preventDefault();
    setChecking(true);
    try {
      await call('kiosk.leave', { userId, passphrase });
    } catch (thrown) {
      setError(message(thrown));
    } finally {
      setPassphrase('');
      setChecking(false);
    }
  };

  return (
    <Dialog onClose={onClose} title={t('kiosk:leave.title')}>
      <form onSubmit={(event) => void leave(event)} noValidate>
        <Stack>
          <Text size="sm">{t('kiosk:leave.text')}</Text>
          {users.length > 1 && (
            <NativeSelect
              label={t('workspace:unlock.user')}
              value={userId}
              data={users.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setUserId(event.currentTarget.value)}
            />
          )}
          <PassphraseInput
            data-autofocus
            autoComplete="off"
            value={passphrase}
            error={error}
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
              setError(null);
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={passphrase === ''} loading={isChecking}>
              {t('kiosk:leave.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
