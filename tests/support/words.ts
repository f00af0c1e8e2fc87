import type { ChatMessage } from '../../preload/contract';

/** What a message says, whatever its kind. */
export function wordsOf(message: ChatMessage): string {
  switch (message.kind) {
    case 'image':
      return message.alt;
    case 'sound':
    case 'video':
      return message.title;
    case 'cards':
      return message.cards.map(({ title }) => title).join(', ');
    case 'pause':
      return '';
    default:
      return message.text;
  }
}
