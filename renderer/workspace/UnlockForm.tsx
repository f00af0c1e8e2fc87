import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Computer, KeyRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { toAppError, useErrorMessage } from '../app/errors';
import { afterTyping, useRefusal } from '../ui/use-refusal';
import { KeyDerivation } from './KeyDerivation';
import type { LockedUser } from './locked-user';
import { PassphraseInput } from './PassphraseInput';

interface Props {
  user: LockedUser;
  onRecover: () => void;
}

export function UnlockForm({ user, onRecover }: Props) {
  const { t } = useTranslation('workspace');
  const message = useErrorMessage();
  const { form, field, failure, refusal, running, unlock, unlockWithKeystore } = useUnlock(user);

  return (
    <form onSubmit={form.onSubmit(unlock)} noValidate>
      <Stack gap="md">
        {failure && <Alert color="red">{message(failure)}</Alert>}
        <PassphraseInput
          ref={field}
          autoFocus
          readOnly={running !== null}
          {...form.getInputProps('passphrase')}
          error={refusal.said ?? form.errors.passphrase}
        />
        <Stack gap="xs">
          <Button
            type="submit"
            loading={running === 'passphrase'}
            disabled={running === 'keystore' || refusal.isWaiting}
          >
            {t('unlock.submit')}
          </Button>
          {user.keystore && (
            <Button
              variant="default"
              leftSection={<Computer size={16} aria-hidden />}
              loading={running === 'keystore'}
              onClick={() => void unlockWithKeystore()}
            >
              {t('unlock.keystore')}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<KeyRound size={16} aria-hidden />}
            disabled={running !== null}
            onClick={onRecover}
          >
            {t('unlock.recover')}
          </Button>
        </Stack>
        <KeyDerivation running={running === 'passphrase'} />
      </Stack>
    </form>
  );
}

function useUnlock({ id: userId }: LockedUser) {
  const { t } = useTranslation('workspace');
  const setStatus = useAppStore((state) => state.setStatus);
  const field = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<'passphrase' | 'keystore' | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [refused, setRefused] = useState<AppError | null>(null);
  const refusal = useRefusal(refused);
  const form = useForm({
    initialValues: { passphrase: '' },
    validate: {
      passphrase: (passphrase) => (passphrase === '' ? t('unlock.errors.empty') : null),
    },
    onValuesChange: () => setRefused(afterTyping),
  });

  const unlock = async ({ passphrase }: { passphrase: string }) => {
    setRunning('passphrase');
    setFailure(null);
    setRefused(null);
    try {
      setStatus(await call('workspace.unlock', { userId, passphrase }));
    } catch (error) {
      setRefused(toAppError(error));
      field.current?.focus();
      field.current?.select();
    } finally {
      setRunning(null);
    }
  };

  const unlockWithKeystore = async () => {
    setRunning('keystore');
    setFailure(null);
    try {
      setStatus(await call('workspace.unlockWithKeystore', { userId }));
    } catch (error) {
      setFailure(toAppError(error));
    } finally {
      setRunning(null);
    }
  };

  return { form, field, failure, refusal, running, unlock, unlockWithKeystore };
}
