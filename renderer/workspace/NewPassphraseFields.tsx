import { Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { NewPassphraseValues } from './new-passphrase';
import { PassphraseInput } from './PassphraseInput';
import { PassphraseStrength } from './PassphraseStrength';
import { usePassphraseStrength } from './use-passphrase-strength';

interface Props<V extends NewPassphraseValues> {
  form: UseFormReturnType<V>;
  label: string;
  /** What a good passphrase does not repeat: the name of the user or of the workspace. */
  hint: string;
  readOnly: boolean;
}

/** A new passphrase, typed twice, with advice on its strength. */
export function NewPassphraseFields<V extends NewPassphraseValues>(props: Props<V>) {
  const { form, label, hint, readOnly } = props;
  const { t } = useTranslation('workspace');
  const [isVisible, { toggle }] = useDisclosure(false);
  const { passphrase } = form.values;
  const strength = usePassphraseStrength(passphrase, hint);
  const shared = {
    autoComplete: 'new-password',
    readOnly,
    visible: isVisible,
    onVisibilityChange: toggle,
  };
  return (
    <>
      <Stack gap={8}>
        <PassphraseInput label={label} {...shared} {...form.getInputProps('passphrase')} />
        <PassphraseStrength length={passphrase.length} strength={strength} />
      </Stack>
      <PassphraseInput label={t('repeat')} {...shared} {...form.getInputProps('repeated')} />
    </>
  );
}
