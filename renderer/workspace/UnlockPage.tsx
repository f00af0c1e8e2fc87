import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { KeyDerivation } from './KeyDerivation';

export function UnlockPage({ name }: { name: string }) {
  const { t } = useTranslation('workspace');
  const message = useErrorMessage();
  const setStatus = useAppStore((state) => state.setStatus);
  const field = useRef<HTMLInputElement>(null);
  const [isUnlocking, setUnlocking] = useState(false);
  const [isVisible, { toggle }] = useDisclosure(false);
  const form = useForm({
    initialValues: { passphrase: '' },
    validate: {
      passphrase: (passphrase) => (passphrase === '' ? t('unlock.errors.empty') : null),
    },
  });

  const unlock = async ({ passphrase }: { passphrase: string }) => {
    setUnlocking(true);
    try {
      setStatus(await call('workspace.unlock', { passphrase }));
    } catch (error) {
      form.setFieldError('passphrase', message(error));
      field.current?.focus();
      field.current?.select();
    } finally {
      setUnlocking(false);
    }
  };

  return (
    <EntranceLayout>
      <form onSubmit={form.onSubmit(unlock)} noValidate>
        <Stack gap="md">
          <EntranceHeading title={t('unlock.title', { name })} intro={t('unlock.intro')} />
          <PasswordInput
            ref={field}
            label={t('passphrase')}
            autoComplete="current-password"
            autoFocus
            readOnly={isUnlocking}
            visible={isVisible}
            onVisibilityChange={toggle}
            visibilityToggleButtonProps={{
              'aria-label': t(isVisible ? 'hidePassphrase' : 'showPassphrase'),
              tabIndex: 0,
            }}
            {...form.getInputProps('passphrase')}
          />
          <Button type="submit" loading={isUnlocking}>
            {t('unlock.submit')}
          </Button>
          <KeyDerivation running={isUnlocking} />
        </Stack>
      </form>
    </EntranceLayout>
  );
}
