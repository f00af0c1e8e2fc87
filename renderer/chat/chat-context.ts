import { createContext, useContext } from 'react';
import type { Chat, ChatState } from './chat';

/** The chat that is shown, and what is possible where it is shown. */
export interface ChatPlace {
  readonly chat: Chat;
  /** Whether messages come one by one, each after a moment of "typing". */
  readonly typingDelay: boolean;
  /** On a kiosk, strangers share the computer: no browser, no clipboard, no files of it. */
  readonly isKiosk: boolean;
}

export const ChatContext = createContext<ChatPlace | null>(null);

export function useChatPlace(): ChatPlace {
  const place = useContext(ChatContext);
  if (!place) throw new Error('There is no chat around this component.');
  return place;
}

export function useChat<T>(select: (state: ChatState) => T): T {
  return useChatPlace().chat.use(select);
}
