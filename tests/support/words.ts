import type { ChatMessage } from '../../preload/contract';

/** What a message says, whatever its kind. */
export const wordsOf = (message: ChatMessage): string =>
  message.kind === 'image' ? message.alt : message.text;
