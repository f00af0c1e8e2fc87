import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MIN_PASSPHRASE_LENGTH } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { FolderLine } from './FolderLine';
import { KeyDerivation } from './KeyDerivation';
import { PassphraseStrength } from './PassphraseStrength';
import { estimateStrength, REQUIRED_SCORE } from './passphrase-strength';
import { usePassphraseStrength } from './use-passphrase-strength';

interface Values {
  name: string;
  passphrase: string;
  repeated: string;
}

export function CreatePage({ folder }: { folder: string }) {
  const { t } = useTranslation('workspace');
  const { form, create, isCreating } = useCreateForm();
  const [isVisible, { toggle }] = useDisclosure(false);
  const { name, passphrase } = form.values;
  const strength = usePassphraseStrength(passphrase, name);
  const passphraseProps = {
    visible: isVisible,
    onVisibilityChange: toggle,
    readOnly: isCreating,
    autoComplete: 'new-password',
    visibilityToggleButtonProps: {
      'aria-label': t(isVisible ? 'hidePassphrase' : 'showPassphrase'),
      tabIndex: 0,
    },
  };

  return (
    <EntranceLayout>
      <form onSubmit={form.onSubmit(create)} noValidate>
        <Stack gap="sm">
          <EntranceHeading title={t('create.title')} intro={t('create.intro')} />
          <TextInput
            label={t('create.name')}
            placeholder={t('create.namePlaceholder')}
            maxLength={120}
            data-autofocus
            autoFocus
            readOnly={isCreating}
            {...form.getInputProps('name')}
          />
          <Stack gap={8}>
            <PasswordInput
              label={t('passphrase')}
              {...passphraseProps}
              {...form.getInputProps('passphrase')}
            />
            <PassphraseStrength length={passphrase.length} strength={strength} />
          </Stack>
          <PasswordInput
            label={t('create.repeat')}
            {...passphraseProps}
            {...form.getInputProps('repeated')}
          />
          <Alert
            color="orange"
            py="xs"
            title={t('create.warningTitle')}
            icon={<TriangleAlert color="var(--mantine-color-orange-7)" aria-hidden />}
          >
            {t('create.warning')}
          </Alert>
          <FolderLine label={t('create.folder')} folder={folder} />
          <Button type="submit" loading={isCreating}>
            {t('create.submit')}
          </Button>
          <KeyDerivation running={isCreating} />
        </Stack>
      </form>
    </EntranceLayout>
  );
}

function useCreateForm() {
  const { t } = useTranslation('workspace');
  const setStatus = useAppStore((state) => state.setStatus);
  const [isCreating, setCreating] = useState(false);
  const form = useForm<Values>({
    initialValues: { name: '', passphrase: '', repeated: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t('create.errors.name') : null),
      passphrase: (passphrase) =>
        passphrase.length < MIN_PASSPHRASE_LENGTH
          ? t('create.errors.tooShort', { min: MIN_PASSPHRASE_LENGTH })
          : null,
      repeated: (repeated, { passphrase }) =>
        repeated !== passphrase ? t('create.errors.different') : null,
    },
  });

  const create = async ({ name, passphrase }: Values) => {
    setCreating(true);
    try {
      // The meter may lag behind the typing: what counts is the strength of what is sent.
      const { score } = await estimateStrength(passphrase, [name]);
      if (score < REQUIRED_SCORE) form.setFieldError('passphrase', t('create.errors.tooWeak'));
      else setStatus(await call('workspace.create', { name, passphrase }));
    } catch (error) {
      showError(error);
    } finally {
      setCreating(false);
    }
  };

  return { form, create, isCreating };
}
