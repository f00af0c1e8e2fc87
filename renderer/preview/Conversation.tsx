import { Alert, Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError, useErrorMessage } from '../app/errors';
import { ChatView } from '../chat/ChatView';
import { ChatContext, useChat } from '../chat/chat-context';
import { Spoken } from '../chat/Spoken';
import classes from './Conversation.module.css';
import { deviceOf } from './frames/frames';
import { KioskEnd } from './frames/KioskScreens';
import { PreviewLook } from './PreviewLook';
import { startChat } from './preview-actions';
import { previewChat, useOption, usePreview } from './preview-store';
import { useDraftChanged } from './use-draft-changed';

export function Conversation({ onProblems }: { onProblems: () => void }) {
  const typingDelay = useOption('typingDelay');
  const isKiosk = deviceOf(useOption('frame'))?.isKiosk ?? false;
  const plays = usePreview((state) => state.replay?.state === 'plays');
  const place = useMemo(
    () => ({ chat: previewChat, typingDelay: typingDelay && !plays, isKiosk }),
    [typingDelay, plays, isKiosk],
  );
  const isOver = previewChat.use(({ hasEnded, queue }) => hasEnded && queue.length === 0);
  if (isKiosk && isOver) return <KioskEnd />;
  return (
    <ChatContext value={place}>
      <PreviewLook>
        <ChatView
          notice={
            <Spoken language={null}>
              <Failure onProblems={onProblems} />
            </Spoken>
          }
          end={
            <Spoken language={null}>
              <End />
            </Spoken>
          }
        />
      </PreviewLook>
      <ChangedHint />
    </ChatContext>
  );
}

function End() {
  const { t } = useTranslation('preview');
  const ending = useChat((state) => state.ending);
  return (
    <div className={classes.ended}>
      <Text size="sm" c="dimmed">
        {t(ending)}
      </Text>
      <Button size="xs" variant="light" onClick={() => void startChat()}>
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
    <Alert color="red" role="alert">
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
  const hasChanged = useDraftChanged();
  if (!hasChanged) return null;
  return (
    <div className={classes.changed} role="status">
      <span>{t('changed')}</span>
      <Button size="compact-xs" variant="default" onClick={() => void startChat()}>
        {t('restart')}
      </Button>
    </div>
  );
}
