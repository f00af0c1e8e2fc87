import { type ReactNode, useRef } from 'react';
import { directionOf } from '../../preload/contract';
import { BrandHeader, ImprintLine } from './BrandBars';
import { Bubbles, TypingDots } from './Bubbles';
import { useBrand } from './brand/brand-context';
import { ChatLegal } from './ChatLegal';
import classes from './ChatView.module.css';
import { useChat } from './chat-context';
import { ChangeStatus, GoBack } from './GoBack';
import { Guarded } from './Guarded';
import { LegalLinks } from './LegalLinks';
import { SkipPause, usePause } from './Pause';
import { PromptForm } from './PromptForm';
import { Spoken } from './Spoken';
import { useChatWords } from './use-chat-words';
import { useFollow } from './use-follow';
import { useIdle } from './use-idle';
import { useSkip } from './use-skip';
import { useSlide } from './use-slide';
import { useTyping } from './use-typing';

interface Props {
  /** Of the chat, where its look names nobody. */
  title?: string | undefined;
  /** What can be done at any time; stands in the header. */
  actions?: ReactNode;
  /** What is shown above the prompt, such as a failure. */
  notice?: ReactNode;
  /** What is shown instead of a prompt when the chat has ended. */
  end: ReactNode;
}

/** The conversation and what is asked now, in the look of the `Branded` around it. */
export function ChatView(props: Props) {
  const language = useChat((state) => state.language);
  return (
    <Spoken language={language}>
      <SpokenChat {...props} language={language} />
    </Spoken>
  );
}

function SpokenChat({
  title,
  actions,
  notice,
  end,
  language,
}: Props & { language: string | null }) {
  const t = useChatWords();
  const lines = useChat((state) => state.lines);
  const offer = useChat((state) => state.legal);
  const isTyping = useTyping();
  const hasAvatar = (useBrand()?.appearance.avatar ?? '') !== '';
  const pause = usePause();
  const isEmpty = useChat(({ failure }) => failure === null) && isTyping && !pause?.skip;
  const view = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const conversation = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const follow = useFollow(log, foot, isTyping);
  useIdle(view, isTyping);
  useSkip(view, log, isTyping);
  useSlide(conversation, foot);

  return (
    <div
      ref={view}
      className={classes.chat}
      data-avatar={hasAvatar || undefined}
      {...(language !== null && { lang: language, dir: directionOf(language) })}
    >
      <ChatLegal>
        <BrandHeader title={title}>{actions}</BrandHeader>
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
          <div ref={conversation} className={classes.lines}>
            <Bubbles lines={lines} />
            {isTyping && pause?.showsTyping !== false && (
              <TypingDots isFirst={lines.at(-1)?.side !== 'bot'} />
            )}
          </div>
        </div>
        <div ref={foot} className={classes.foot} data-empty={isEmpty || undefined}>
          <div className={classes.next}>
            {notice}
            <ChangeStatus isTyping={isTyping} />
            {isTyping && <SkipPause />}
            {!isTyping && (
              <Guarded>
                <Next end={end} />
              </Guarded>
            )}
          </div>
        </div>
        <ImprintLine />
        <LegalLinks offer={offer} />
      </ChatLegal>
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
      <div key={question} className={classes.asked}>
        <PromptForm prompt={prompt} />
        <GoBack />
      </div>
    );
  }
  return hasEnded ? end : null;
}
