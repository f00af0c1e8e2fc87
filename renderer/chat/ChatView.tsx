import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Bubbles, TypingDots } from './Bubbles';
import classes from './ChatView.module.css';
import { useChat } from './chat-context';
import { ChangeStatus, GoBack } from './GoBack';
import { Guarded } from './Guarded';
import { PromptForm } from './PromptForm';
import { useFollow } from './use-follow';
import { useIdle } from './use-idle';
import { useTyping } from './use-typing';

interface Props {
  /** Of the chat itself, whatever the application around it has. */
  colorScheme?: 'light' | 'dark' | undefined;
  /** What is shown above the prompt, such as a failure. */
  notice?: ReactNode;
  /** What is shown instead of a prompt when the chat has ended. */
  end: ReactNode;
}

/** The conversation and what is asked now. */
export function ChatView({ colorScheme, notice, end }: Props) {
  const { t } = useTranslation('chat');
  const lines = useChat((state) => state.lines);
  const isTyping = useTyping();
  const view = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const follow = useFollow(log, foot, isTyping);
  useIdle(view, isTyping);

  return (
    <div ref={view} className={classes.chat} data-chat-scheme={colorScheme ?? 'app'}>
      <div
        ref={log}
        className={classes.log}
        role="log"
        aria-live="polite"
        aria-label={t('log')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log has to scroll by keyboard
        tabIndex={0}
        // Images are taller once they are there.
        onLoadCapture={follow}
      >
        <Bubbles lines={lines} />
        {isTyping && <TypingDots />}
      </div>
      <div ref={foot} className={classes.foot}>
        {notice}
        <ChangeStatus isTyping={isTyping} />
        {!isTyping && (
          <Guarded>
            <Next end={end} />
          </Guarded>
        )}
      </div>
    </div>
  );
}

/** What is asked now, or that nothing more will come. */
function Next({ end }: { end: ReactNode }) {
  const prompt = useChat((state) => state.prompt);
  const question = useChat((state) => state.question);
  const hasEnded = useChat((state) => state.hasEnded);
  if (prompt) {
    return (
      <>
        <PromptForm key={question} prompt={prompt} />
        <GoBack />
      </>
    );
  }
  return hasEnded ? end : null;
}
