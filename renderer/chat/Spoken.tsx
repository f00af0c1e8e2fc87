import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { ChatLanguage } from '../../preload/contract';
import { i18n } from '../app/i18n';
import { withParticipantWords } from '../app/participant-words';

const speaking = new Map<ChatLanguage, I18n>();

/** The same sentences in another language, as far as there are any; in English else. */
function speakingIn(language: ChatLanguage): I18n {
  const known = speaking.get(language);
  if (known) return known;
  const made = withParticipantWords(i18n).cloneInstance({ lng: language });
  speaking.set(language, made);
  return made;
}

interface Props {
  /** Null is that of the application around it. */
  language: ChatLanguage | null;
  children: ReactNode;
}

/** The chat's own sentences in the language of the chat, whatever the application around it speaks. */
export function Spoken({ language, children }: Props) {
  return (
    <I18nextProvider i18n={language === null ? i18n : speakingIn(language)}>
      {children}
    </I18nextProvider>
  );
}
