import { ChatView } from '../chat/ChatView';
import { ChatContext } from '../chat/chat-context';
import { SAMPLE, useSampleChat } from '../flow/design/sample-chat';
import { PreviewLook } from './PreviewLook';
import classes from './PreviewPanel.module.css';

/** What is designed, before anything is played: a conversation to look at only. */
export function LookSample() {
  useSampleChat();
  return (
    <div className={classes.sample} inert aria-hidden>
      <PreviewLook>
        <ChatContext value={SAMPLE}>
          <ChatView end={null} />
        </ChatContext>
      </PreviewLook>
    </div>
  );
}
