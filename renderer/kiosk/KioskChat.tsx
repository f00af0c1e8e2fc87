import { useEffect } from 'react';
import type { KioskView } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { Bubbles } from '../chat/Bubbles';
import { ChatView } from '../chat/ChatView';
import type { Line } from '../chat/chat';
import { ChatContext, type ChatPlace, useChat } from '../chat/chat-context';
import { EndScreen } from './EndScreen';
import endClasses from './EndScreen.module.css';
import classes from './Kiosk.module.css';
import { kioskChat, showEnd, startAnew, useKiosk } from './kiosk-store';
import { useCountdown } from './use-countdown';
import { useNewestInView } from './use-newest-in-view';
import { useParticipantWords } from './words';

const PLACE: ChatPlace = { chat: kioskChat, typingDelay: true, isKiosk: true };

/** The chat, and its end once all has been said. */
export function KioskChat() {
  const isOver = useKiosk((state) => state.isOver);
  return <ChatContext value={PLACE}>{isOver ? <End /> : <Conversation />}</ChatContext>;
}

function Conversation() {
  const view = useNewestInView();
  const title = useKiosk((state) => state.view?.experienceName ?? undefined);
  return (
    <div ref={view} className={classes.conversation}>
      <ChatView title={title} actions={<StartAgain />} notice={<Failure />} end={<Over />} />
    </div>
  );
}

function StartAgain() {
  const t = useParticipantWords();
  return (
    <button type="button" className={classes.quiet} onClick={startAnew}>
      {t('startAgain')}
    </button>
  );
}

/** Is there when nothing more will be said. */
function Over() {
  useEffect(showEnd, []);
  return null;
}

function End() {
  const view = useKiosk((state) => state.view);
  return view && <Ending view={view} />;
}

/** Clears itself; who touches the screen is still reading, and gets the time anew. */
function Ending({ view }: { view: KioskView }) {
  const countdown = useCountdown(view.clearSeconds, startAnew);
  const ending = useChat((state) => state.ending);
  const lines = useChat((state) => state.lines);
  const last = saidLast(lines);
  return (
    <EndScreen
      look={view.look}
      logo={view.appearance.logo}
      ending={ending}
      clearSeconds={view.clearSeconds}
      {...countdown}
      last={
        last.length > 0 && (
          <div className={endClasses.last} role="log">
            <Bubbles lines={last} />
          </div>
        )
      }
      onClear={startAnew}
    />
  );
}

/** What the chat has said since the last answer. */
function saidLast(lines: readonly Line[]): readonly Line[] {
  return lines.slice(lines.findLastIndex(({ side }) => side === 'own') + 1);
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
