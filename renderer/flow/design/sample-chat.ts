import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chat, createChat } from '../../chat/chat';
import type { ChatPlace } from '../../chat/chat-context';

const unplayed = async () => {
  throw new Error('Nobody plays the sample.');
};

/** A conversation to look at: its parts are those that participants meet, and nothing is stored. */
const chat: Chat = createChat({
  answer: unplayed,
  openLink: unplayed,
  idle: unplayed,
  back: unplayed,
  speak: unplayed,
  forget: async () => undefined,
});

export const SAMPLE: ChatPlace = { chat, typingDelay: false, isKiosk: true };

/** Fills the sample with the words of the application's language. */
export function useSampleChat(): void {
  const { t } = useTranslation('design');
  useEffect(() => {
    chat.use.setState({
      lines: [
        { key: 0, side: 'bot', message: { kind: 'text', text: t('sample.question') } },
        { key: 1, side: 'own', text: t('sample.answer'), question: null },
        { key: 2, side: 'bot', message: { kind: 'text', text: t('sample.next') } },
      ],
      prompt: {
        kind: 'choice',
        options: [
          { id: 'yes', label: t('sample.yes') },
          { id: 'no', label: t('sample.no') },
        ],
      },
    });
  }, [t]);
}
