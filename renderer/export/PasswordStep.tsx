import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { SecretBox } from '../ui/SecretBox';
import type { FileWords } from './file-words';

interface Props {
  password: string;
  /** What the file will be, and who opens it. */
  words?: FileWords | undefined;
  setback: AppError | 'dismissed' | 'cancelled' | null;
  onCopy: () => Promise<void>;
  onSave: () => void;
  onCancel: () => void;
}

export function PasswordStep({ password, words, setback, onCopy, onSave, onCancel }: Props) {
  const { t } = useTranslation(['export', 'app']);
  // Whoever comes back from the file dialog has already confirmed it once.
  const [isKept, setKept] = useState(setback !== null);

  return (
    <>
      {setback && <Setback setback={setback} />}
      <Text size="sm">{words?.password ?? t('password.intro')}</Text>
      <SecretBox label={t('password.label')} secret={password} onCopy={onCopy} />
      <Text size="sm" c="dimmed">
        {words?.programs ?? t('password.programs')}
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
