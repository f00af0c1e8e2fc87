import { Button, Divider, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { RestoreButton } from '../backup/RestoreButton';
import { useHelp } from '../help/help-store';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { FolderLine } from './FolderLine';
import { KeyDerivation } from './KeyDerivation';
import { NewPassphraseFields } from './NewPassphraseFields';
import { acceptStrength, NO_PASSPHRASE, newPassphraseRules } from './new-passphrase';

export function CreatePage({ folder }: { folder: string }) {
  const { t } = useTranslation('workspace');
  const { form, create, isCreating } = useCreateForm();
  const hasKeystore = useHasKeystore();
  const { name, userName } = form.values;

  return (
    <EntranceLayout>
      <form onSubmit={form.onSubmit(create)} noValidate>
        <Stack gap="sm">
          <EntranceHeading title={t('create.title')} intro={t('create.intro')} />
          <TextInput
            label={t('create.name')}
            placeholder={t('create.namePlaceholder')}
            maxLength={120}
            autoFocus
            readOnly={isCreating}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('create.userName')}
            description={t('create.userNameNote')}
            maxLength={120}
            autoComplete="name"
            readOnly={isCreating}
            {...form.getInputProps('userName')}
          />
          <NewPassphraseFields
            form={form}
            label={t('passphrase')}
            hint={`${name}\n${userName}`}
            readOnly={isCreating}
          />
          {hasKeystore && (
            <Switch
              label={t('keystore.switch')}
              description={t('keystore.note')}
              disabled={isCreating}
              {...form.getInputProps('keystore', { type: 'checkbox' })}
            />
          )}
          <FolderLine label={t('create.folder')} folder={folder} />
          <Button type="submit" loading={isCreating}>
            {t('create.submit')}
          </Button>
          {!isCreating && (
            <>
              <Divider label={t('restore.or', { ns: 'backup' })} />
              <RestoreButton />
            </>
          )}
          <KeyDerivation running={isCreating} />
        </Stack>
      </form>
    </EntranceLayout>
  );
}

function useCreateForm() {
  const { t, i18n } = useTranslation('workspace');
  const enterWithCode = useAppStore((state) => state.enterWithCode);
  const [isCreating, setCreating] = useState(false);
  const form = useForm({
    initialValues: { name: '', userName: '', keystore: false, ...NO_PASSPHRASE },
    validate: {
      name: (name) => (name.trim() === '' ? t('create.errors.name') : null),
      userName: (userName) => (userName.trim() === '' ? t('create.errors.userName') : null),
      ...newPassphraseRules(t),
    },
  });

  // What is wrong is said in the language that somebody has changed to.
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the language changes.
  useEffect(() => {
    if (Object.keys(form.errors).length > 0) form.validate();
  }, [language]);

  const create = async ({ repeated: _, ...request }: typeof form.values) => {
    setCreating(true);
    try {
      const hint = `${request.name}\n${request.userName}`;
      if (!(await acceptStrength(form, form.values, hint))) return;
      await enterWithCode(() => call('workspace.create', request));
      useHelp.getState().open();
    } catch (error) {
      showError(error);
    } finally {
      setCreating(false);
    }
  };

  return { form, create, isCreating };
}

function useHasKeystore(): boolean {
  const [hasKeystore, setHasKeystore] = useState(false);
  useEffect(() => {
    void call('workspace.keystoreAvailable').then(setHasKeystore, showError);
  }, []);
  return hasKeystore;
}
