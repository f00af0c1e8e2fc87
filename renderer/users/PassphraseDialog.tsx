import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { PassphraseInput } from '../workspace/PassphraseInput';

interface Props {
  title: string;
  text: string;
  submitLabel: string;
  onPassphrase: (passphrase: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the passphrase again, before anything that could turn an open window into a way in. */
export function PassphraseDialog({ title, text, submitLabel, onPassphrase, onClose }: Props) {
  const { t } = useTranslation('workspace');
  const { isBusy, error, submit } = useSubmit();
  const form = useForm({
    initialValues: { passphrase: '' },
    validate: {
      passphrase: (passphrase) => (passphrase === '' ? t('unlock.errors.empty') : null),
    },
  });
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      isBusy={isBusy}
      error={error}
      onSubmit={form.onSubmit(({ passphrase }) => void submit(() => onPassphrase(passphrase)))}
      onClose={onClose}
    >
      <Text size="sm">{text}</Text>
      <PassphraseInput data-autofocus readOnly={isBusy} {...form.getInputProps('passphrase')} />
    </FormDialog>
  );
}
