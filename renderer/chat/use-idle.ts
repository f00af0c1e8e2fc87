import { type RefObject, useEffect } from 'react';
import { useChat, useChatPlace } from './chat-context';

const INPUTS = ['keydown', 'input', 'pointerdown', 'scroll'] as const;

/** Lets the chat go on by itself when the prompt says after how long; any input postpones it. */
export function useIdle(place: RefObject<HTMLElement | null>, isTyping: boolean): void {
  const { chat } = useChatPlace();
  const question = useChat((state) => state.question);
  const lines = useChat((state) => state.lines);
  const idleAfterMs = useChat((state) => state.prompt?.idleAfterMs);
  const isBusy = useChat((state) => state.isBusy);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn has its own time, asked again or not
  useEffect(() => {
    const element = place.current;
    if (idleAfterMs === undefined || isTyping || isBusy || !element) return;
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void chat.idle(), idleAfterMs);
    };
    wait();
    for (const input of INPUTS) element.addEventListener(input, wait, true);
    return () => {
      clearTimeout(timer);
      for (const input of INPUTS) element.removeEventListener(input, wait, true);
    };
  }, [idleAfterMs, isTyping, isBusy, question, lines, chat, place]);
}
