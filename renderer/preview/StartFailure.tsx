import { Button, Group, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toAppError, useErrorMessage } from '../app/errors';
import classes from './PreviewPanel.module.css';
import { startChat } from './preview-actions';
import { previewChat } from './preview-store';

interface Props {
  error: unknown;
  onProblems: () => void;
}

export function StartFailure({ error, onProblems }: Props) {
  const { t } = useTranslation('preview');
  const message = useErrorMessage()(error);
  const isBusy = previewChat.use((state) => state.isBusy);
  const isUnplayable = toAppError(error).code === 'chat.not_playable';
  return (
    <div className={classes.notice} role="alert">
      <CircleAlert size={32} strokeWidth={1.5} color="var(--mantine-color-error)" aria-hidden />
      <Text size="sm">{message}</Text>
      <Group gap="xs" justify="center" mt="xs">
        {isUnplayable && (
          <Button size="xs" onClick={onProblems}>
            {t('showProblems')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void startChat()}>
          {t('tryAgain')}
        </Button>
      </Group>
    </div>
  );
}
