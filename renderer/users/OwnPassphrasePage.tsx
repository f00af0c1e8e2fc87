import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lockWorkspace } from '../app/app-store';
import { showError, useErrorMessage } from '../app/errors';
import { EntranceHeading } from '../workspace/EntranceHeading';
import { EntranceLayout } from '../workspace/EntranceLayout';
import { KeyDerivation } from '../workspace/KeyDerivation';
import { ChangePassphraseFields } from './ChangePassphraseFields';
import { tellOfOldCopies } from './tell-of-old-copies';
import { useChangePassphrase } from './use-change-passphrase';

/** All that there is for a user whose passphrase an administrator knows: main refuses the rest. */
export function OwnPassphrasePage() {
  const { t } = useTranslation(['users', 'app']);
  const message = useErrorMessage();
  const { form, name, isBusy, error, onSubmit } = useChangePassphrase(() =>
    tellOfOldCopies(t('passphrase.done')),
  );
  return (
    <EntranceLayout>
      <Stack gap="md">
        <EntranceHeading title={t('own.title')} intro={t('own.intro')} />
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="sm">
            {error && (
              <Alert color="red" py="xs" role="alert">
                {message(error)}
              </Alert>
            )}
            <ChangePassphraseFields form={form} name={name} isBusy={isBusy} />
            <Group gap="xs" mt="xs" grow preventGrowOverflow={false}>
              <Button
                variant="default"
                disabled={isBusy}
                onClick={() => void lockWorkspace().catch(showError)}
              >
                {t('own.lock')}
              </Button>
              <Button type="submit" loading={isBusy}>
                {t('own.submit')}
              </Button>
            </Group>
            <KeyDerivation running={isBusy} />
          </Stack>
        </form>
      </Stack>
    </EntranceLayout>
  );
}
