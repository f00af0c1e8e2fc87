import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { showError, useErrorMessage } from '../app/errors';
import classes from './PasswordStep.module.css';

/** Main clears the clipboard after this time: then the password is copied no longer. */
const CLIPBOARD_MS = 60_000;

interface Props {
  password: string;
  setback: AppError | 'dismissed' | 'cancelled' | null;
  onCopy: () => Promise<void>;
  onSave: () => void;
  onCancel: () => void;
}

export function PasswordStep({ password, setback, onCopy, onSave, onCancel }: Props) {
  const { t } = useTranslation(['export', 'app']);
  // Whoever comes back from the file dialog has already confirmed it once.
  const [isKept, setKept] = useState(setback !== null);

  return (
    <>
      {setback && <Setback setback={setback} />}
      <Text size="sm">{t('password.intro')}</Text>
      <PasswordBox password={password} onCopy={onCopy} />
      <Text size="sm" c="dimmed">
        {t('password.programs')}
      </Text>
      <Checkbox
        label={t('password.kept')}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
        <Button disabled={!isKept} onClick={onSave}>
          {t(setback && setback !== 'dismissed' ? 'password.saveAgain' : 'password.save')}
        </Button>
      </Group>
    </>
  );
}

function Setback({ setback }: { setback: AppError | 'dismissed' | 'cancelled' }) {
  const { t } = useTranslation('export');
  const message = useErrorMessage();
  if (typeof setback === 'string') {
    return (
      <Alert color="gray" py="xs" role="status">
        {t(`password.${setback}`)}
      </Alert>
    );
  }
  return (
    <Alert color="red" py="xs">
      {message(setback)}
    </Alert>
  );
}

function PasswordBox({ password, onCopy }: { password: string; onCopy: () => Promise<void> }) {
  const { t } = useTranslation(['export', 'app']);
  const [isCopied, setCopied] = useState(false);
  const { start: forgetLater } = useTimeout(() => setCopied(false), CLIPBOARD_MS);
  const copy = async () => {
    try {
      await onCopy();
      setCopied(true);
      forgetLater();
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Stack gap={4}>
      <div className={classes.box}>
        <output className={classes.password} aria-label={t('password.label')}>
          {password}
        </output>
        <Button
          variant="light"
          data-autofocus
          leftSection={isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {t(isCopied ? 'app:copied' : 'app:copy')}
        </Button>
      </div>
      <Text size="xs" c="dimmed" role="status">
        {t(isCopied ? 'password.copied' : 'password.clipboardNote')}
      </Text>
    </Stack>
  );
}
