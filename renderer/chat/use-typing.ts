import { useReducedMotion } from '@mantine/hooks';
import { useEffect } from 'react';
import { isPause } from './chat';
import { useChat, useChatPlace } from './chat-context';
import { runOf, typingDelay } from './typing-delay';

/** Shows messages one after the other, each after a moment of "typing"; true while it lasts. */
export function useTyping(): boolean {
  const { chat, typingDelay: isTyped } = useChatPlace();
  const next = useChat((state) => state.queue[0]);
  const pauses = useChat((state) => state.queue.some(isPause));
  const reducesMotion = useReducedMotion(false, { getInitialValueInEffect: false });
  // A pause is a time and no motion: it lasts as long for everybody.
  const isInstant = reducesMotion && next !== undefined && !isPause(next);

  useEffect(() => {
    if (!next) return;
    if (!isTyped) return chat.showAll();
    // One by one, each would be a render within the one before, of which React takes fifty.
    if (isInstant) return chat.hurry();
    const timer = setTimeout(chat.showNext, typingDelay(next, runOf(chat.use.getState().lines)));
    return () => clearTimeout(timer);
  }, [next, isInstant, isTyped, chat]);

  return isTyped && next !== undefined && (pauses || !isInstant);
}
