import { Button, Stack, Text, Title } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerFormat, Language } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { Facts } from '../ui/Facts';

const SYSTEMS = ['windows', 'mac', 'linux', 'phone'] as const;

interface Props {
  format: AnswerFormat;
  /** Of the person, in which the instructions are copied. */
  language: Language;
}

/** How the person opens their file, to be read here and to be sent to them. */
export function OpeningHelp({ format, language }: Props) {
  const { t } = useTranslation('privacy');
  // Said here: a message of the page would lie behind the dialog.
  const [done, setDone] = useState('');
  const copy = async () => {
    await call('requests.copyInstructions', { format, language });
    setDone(t('access.copied'));
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="h5">
        {t('access.openingTitle')}
      </Title>
      <Facts
        facts={SYSTEMS.map((system) => ({
          label: t(`opening.systems.${system}`),
          value: t(`opening.${format}.${system}`),
        }))}
      />
      <Text size="sm" c="dimmed">
        {t(`opening.${format}.contents`)}
      </Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<Copy size={14} aria-hidden />}
        onClick={() => void copy().catch(showError)}
      >
        {t('access.copy')}
      </Button>
      <Text size="sm" role="status">
        {done}
      </Text>
    </Stack>
  );
}
