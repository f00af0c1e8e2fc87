import { Button, Group, Stack, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { Check, Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import classes from './SecretBox.module.css';

/** Main clears the clipboard after this time: then the secret is copied no longer. */
const CLIPBOARD_MS = 60_000;

const AFTER_HYPHEN = /(?<=-)/;

interface Props {
  label: string;
  secret: string;
  onCopy: () => Promise<void>;
  /** For one that is kept on paper. */
  onPrint?: () => Promise<unknown>;
}

/** A secret that is shown once, to be read, copied and kept. */
export function SecretBox({ label, secret, onCopy, onPrint }: Props) {
  const { t } = useTranslation('app');
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
        <output className={classes.secret} aria-label={label}>
          {secret.split(AFTER_HYPHEN).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same
            <span key={index}>{group}</span>
          ))}
        </output>
        <Group gap="xs">
          <Button
            variant="light"
            data-autofocus
            leftSection={
              isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />
            }
            onClick={() => void copy()}
          >
            {t(isCopied ? 'copied' : 'copy')}
          </Button>
          {onPrint && (
            <Button
              variant="light"
              leftSection={<Printer size={16} aria-hidden />}
              onClick={() => void onPrint().catch(showError)}
            >
              {t('secret.print')}
            </Button>
          )}
        </Group>
      </div>
      <Text size="xs" c="dimmed" role="status">
        {t(isCopied ? 'secret.copied' : 'secret.clipboardNote')}
      </Text>
    </Stack>
  );
}
