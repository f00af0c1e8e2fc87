import { ActionIcon, Button, Group } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChatLanguage, ChatLanguages } from '../../../preload/contract';
import { languageName } from '../../../preload/contract';
import { useLanguage } from '../use-language';
import classes from './LanguagesView.module.css';
import { removeLanguage } from './language-actions';
import type { TranslatedText } from './use-translations';

interface Props {
  languages: ChatLanguages;
  shown: string;
  /** By language. */
  texts: ReadonlyMap<ChatLanguage, readonly TranslatedText[]>;
  onShow: (language: string) => void;
}

/** The other languages, with how much of each is translated. */
export function LanguageTabs({ languages, shown, texts, onShow }: Props) {
  const { t } = useTranslation('flow');
  return (
    <fieldset className={classes.tabs} aria-label={t('languages.others')}>
      {languages.others.map((language) => (
        <Tab
          key={language}
          language={language}
          languages={languages}
          isShown={language === shown}
          rows={texts.get(language) ?? []}
          onShow={onShow}
        />
      ))}
    </fieldset>
  );
}

interface TabProps extends Omit<Props, 'shown' | 'texts'> {
  language: string;
  rows: readonly TranslatedText[];
  isShown: boolean;
}

function Tab({ language, languages, isShown, rows, onShow }: TabProps) {
  const { t } = useTranslation('flow');
  const name = languageName(language, useLanguage());
  const done = rows.filter(({ state }) => state === 'done' || state === 'built_in').length;
  const percent = rows.length === 0 ? 100 : Math.floor((done / rows.length) * 100);
  return (
    <Group gap={2} wrap="nowrap">
      <Button
        size="xs"
        variant={isShown ? 'filled' : 'default'}
        aria-pressed={isShown}
        onClick={() => onShow(language)}
      >
        {t('languages.progress', { language: name, percent })}
      </Button>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('languages.remove.of', { language: name })}
        onClick={() => removeLanguage(languages, language)}
      >
        <X size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
