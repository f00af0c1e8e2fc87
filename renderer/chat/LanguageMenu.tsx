import { Languages } from 'lucide-react';
import { autonymOf, directionOf } from '../../preload/contract';
import { useChat, useChatPlace } from './chat-context';
import classes from './LanguageMenu.module.css';
import { useChatWords } from './use-chat-words';

/** Whether the chat can go on in another language. */
export function useHasLanguages(): boolean {
  const isSpoken = useChat(({ language, languages }) => language !== null && languages.length > 1);
  return useChat((state) => !state.hasEnded) && isSpoken;
}

/** Lets whoever chats go on in another language; nothing where there is no other. */
export function LanguageMenu() {
  const t = useChatWords();
  const { chat } = useChatPlace();
  const language = useChat((state) => state.language);
  const languages = useChat((state) => state.languages);
  const isBusy = useChat((state) => state.isBusy);
  if (!useHasLanguages() || language === null) return null;
  return (
    <div className={classes.menu}>
      <Languages size="1.1em" aria-hidden />
      <select
        className={classes.select}
        aria-label={t('language')}
        value={language}
        disabled={isBusy}
        onChange={(event) => void chat.speak(event.currentTarget.value)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each} dir={directionOf(each)}>
            {autonymOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
