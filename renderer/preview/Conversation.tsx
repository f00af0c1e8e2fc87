import { Alert, Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError, useErrorMessage } from '../app/errors';
import { ChatView } from '../chat/ChatView';
import { ChatContext, useChat } from '../chat/chat-context';
import { useLanguage } from '../flow/use-language';
import classes from './Conversation.module.css';
import { startChat } from './preview-actions';
import { previewChat, useOption } from './preview-store';
import { useDraftChanged } from './use-draft-changed';

export function Conversation({ onProblems }: { onProblems: () => void }) {
  const typingDelay = useOption('typingDelay');
  const scheme = useOption('colorScheme');
  const place = useMemo(() => ({ chat: previewChat, typingDelay, isKiosk: false }), [typingDelay]);
  return (
    <ChatContext value={place}>
      <ChatView
        {...(scheme !== 'app' && { colorScheme: scheme })}
        notice={<Failure onProblems={onProblems} />}
        end={<End />}
      />
      <ChangedHint />
    </ChatContext>
  );
}

function End() {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const ending = useChat((state) => state.ending);
  return (
    <div className={classes.ended}>
      <Text size="sm" c="dimmed">
        {t(ending)}
      </Text>
      <Button size="xs" variant="light" onClick={() => void startChat(language)}>
        {t('playAgain')}
      </Button>
    </div>
  );
}

function Failure({ onProblems }: { onProblems: () => void }) {
  const { t } = useTranslation('preview');
  const failure = useChat((state) => state.failure);
  const message = useErrorMessage();
  if (!failure) return null;
  return (
    <Alert color="red" p="xs" role="alert">
      {message(failure.error)}
      {toAppError(failure.error).code === 'chat.not_playable' && (
        <Button size="compact-xs" variant="default" mt="xs" onClick={onProblems}>
          {t('showProblems')}
        </Button>
      )}
    </Alert>
  );
}

function ChangedHint() {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const hasChanged = useDraftChanged();
  if (!hasChanged) return null;
  return (
    <div className={classes.changed} role="status">
      <span>{t('changed')}</span>
      <Button size="compact-xs" variant="default" onClick={() => void startChat(language)}>
        {t('restart')}
      </Button>
    </div>
  );
}
