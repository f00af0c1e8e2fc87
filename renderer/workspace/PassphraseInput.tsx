import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Where a passphrase is typed that there is; it can be made visible, with the keyboard too. */
export function PassphraseInput(props: PasswordInputProps) {
  const { t } = useTranslation('workspace');
  const [isVisible, { toggle }] = useDisclosure(false);
  return (
    <PasswordInput
      label={t('passphrase')}
      autoComplete="current-password"
      visible={isVisible}
      onVisibilityChange={toggle}
      visibilityToggleButtonProps={{
        'aria-label': t(isVisible ? 'hidePassphrase' : 'showPassphrase'),
        tabIndex: 0,
      }}
      {...props}
    />
  );
}
