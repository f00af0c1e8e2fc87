import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { afterTyping, useRefusal } from '../ui/use-refusal';
import { KeyDerivation } from './KeyDerivation';
import type { LockedUser } from './locked-user';
import { NewPassphraseFields } from './NewPassphraseFields';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from './new-passphrase';

const SHORTEST_CODE = 8;

interface Props {
  user: LockedUser;
  onCancel: () => void;
}

export function RecoverForm({ user, onCancel }: Props) {
  const { t } = useTranslation(['workspace', 'app']);
  const { form, refusal, recover, isRecovering } = useRecoverForm(user);
  return (
    <form onSubmit={form.onSubmit(recover)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('recoveryCode.label')}
          description={t('recover.codeNote')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          readOnly={isRecovering}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          {...form.getInputProps('code')}
          error={refusal.said ?? form.errors.code}
        />
        <NewPassphraseFields
          form={form}
          label={t('newPassphrase')}
          hint={user.name}
          readOnly={isRecovering}
        />
        <Group gap="xs" grow preventGrowOverflow={false}>
          <Button variant="default" disabled={isRecovering} onClick={onCancel}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={refusal.isWaiting} loading={isRecovering}>
            {t('recover.submit')}
          </Button>
        </Group>
        <KeyDerivation running={isRecovering} />
      </Stack>
    </form>
  );
}

function useRecoverForm({ id: userId, name }: LockedUser) {
  const { t } = useTranslation('workspace');
  const enterWithCode = useAppStore((state) => state.enterWithCode);
  const [isRecovering, setRecovering] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const refusal = useRefusal(refused);
  const form = useForm({
    initialValues: { code: '', ...NO_PASSPHRASE },
    validate: {
      code: (code) => (code.trim().length < SHORTEST_CODE ? t('recover.errors.code') : null),
      ...newPassphraseRules(t),
    },
    onValuesChange: () => setRefused(afterTyping),
  });

  const recover = async ({ code, passphrase }: typeof form.values) => {
    setRecovering(true);
    setRefused(null);
    try {
      if (!(await acceptStrength(form, form.values, name))) return;
      await enterWithCode(() => call('workspace.recover', { userId, code, passphrase }));
    } catch (error) {
      setRefused(toAppError(error));
    } finally {
      setRecovering(false);
    }
  };

  return { form, refusal, recover, isRecovering };
}
