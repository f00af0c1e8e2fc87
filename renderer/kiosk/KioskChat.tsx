import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../app/errors';
import { ChatView } from '../chat/ChatView';
import { ChatContext, type ChatPlace, useChat } from '../chat/chat-context';
import classes from './Kiosk.module.css';
import { kioskChat } from './kiosk-store';

const PLACE: ChatPlace = { chat: kioskChat, typingDelay: true, isKiosk: true };

export function KioskChat() {
  return (
    <ChatContext value={PLACE}>
      <ChatView notice={<Failure />} end={<End />} />
    </ChatContext>
  );
}

function End() {
  const { t } = useTranslation('kiosk');
  const ending = useChat((state) => state.ending);
  return (
    <div className={classes.end}>
      <p>{t(ending)}</p>
      <button type="button" className={classes.big} onClick={kioskChat.forget}>
        {t('startAgain')}
      </button>
    </div>
  );
}

function Failure() {
  const failure = useChat((state) => state.failure);
  const message = useErrorMessage();
  if (!failure) return null;
  return (
    <p role="alert" className={classes.failure}>
      {message(failure.error)}
    </p>
  );
}
