import { UnstyledButton } from '@mantine/core';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Branded } from '../../chat/Branded';
import { ChatView } from '../../chat/ChatView';
import { ChatContext } from '../../chat/chat-context';
import { useLanguage } from '../use-language';
import { applyTheme } from './appearance-actions';
import classes from './Design.module.css';
import { SAMPLE, useSampleChat } from './sample-chat';
import { THEMES, type Theme, withTheme } from './themes';
import { useAppearance } from './use-appearance';

/** Ready looks, each shown by a chat that wears it. */
export function ThemeGallery() {
  const { appearance } = useAppearance();
  useSampleChat();
  return (
    <ul className={classes.gallery}>
      {THEMES.map((theme) => (
        <li key={theme.theme}>
          <ThemeCard theme={theme} isChosen={appearance.theme === theme.theme} />
        </li>
      ))}
    </ul>
  );
}

function ThemeCard({ theme, isChosen }: { theme: Theme; isChosen: boolean }) {
  const { t } = useTranslation('design');
  const text = useId();
  return (
    <div className={classes.theme}>
      <Thumbnail theme={theme} />
      <UnstyledButton
        className={classes.themeName}
        aria-pressed={isChosen}
        aria-describedby={text}
        onClick={() => applyTheme(theme)}
      >
        {t(`themes.${theme.theme}.name`)}
        {isChosen && <Check size={15} aria-hidden />}
      </UnstyledButton>
      <span id={text} className={classes.themeText}>
        {t(`themes.${theme.theme}.text`)}
      </span>
    </div>
  );
}

function Thumbnail({ theme }: { theme: Theme }) {
  const language = useLanguage();
  const { appearance } = useAppearance();
  const worn = withTheme({ ...appearance, imprint: '' }, theme);
  return (
    <div className={classes.thumbnail} inert aria-hidden>
      <Branded appearance={worn} language={language}>
        <ChatContext value={SAMPLE}>
          <ChatView end={null} />
        </ChatContext>
      </Branded>
    </div>
  );
}
