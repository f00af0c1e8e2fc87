import { useChat, useChatPlace } from './chat-context';
import classes from './prompts/Prompts.module.css';

/** The pause that the chat makes now; undefined while it makes none. */
export function usePause() {
  const next = useChat((state) => state.queue[0]);
  const message = next?.side === 'bot' ? next.message : undefined;
  return message?.kind === 'pause' ? message : undefined;
}

/** The way to go on at once, where the pause has one. */
export function SkipPause() {
  const { chat } = useChatPlace();
  const pause = usePause();
  if (!pause?.skip) return null;
  return (
    <div className={classes.past}>
      <button type="button" className={classes.quiet} onClick={chat.showNext}>
        {pause.skip}
      </button>
    </div>
  );
}
