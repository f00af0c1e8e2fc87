import { useReducedMotion } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Line } from './chat';
import { useChat, useChatPlace } from './chat-context';

const SHORTEST_MS = 350;
const LONGEST_MS = 1_100;
const PER_CHARACTER_MS = 8;

/** Shows messages one after the other, each after a moment of "typing"; true while it lasts. */
export function useTyping(): boolean {
  const { chat, typingDelay } = useChatPlace();
  const next = useChat((state) => state.queue[0]);
  const reducesMotion = useReducedMotion(false, { getInitialValueInEffect: false });
  const isInstant = !typingDelay || reducesMotion;

  useEffect(() => {
    if (!next) return;
    if (isInstant) return chat.showAll();
    const timer = setTimeout(chat.showNext, delayBefore(next));
    return () => clearTimeout(timer);
  }, [next, isInstant, chat]);

  return next !== undefined && !isInstant;
}

function delayBefore(line: Line): number {
  if (line.side === 'own') return 0;
  const { message } = line;
  if (message.delayMs !== undefined) return message.delayMs;
  const length = message.kind === 'text' ? message.text.length : 0;
  return Math.min(LONGEST_MS, SHORTEST_MS + length * PER_CHARACTER_MS);
}
