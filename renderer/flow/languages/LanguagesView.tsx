import { Button, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatLanguages } from '../../../preload/contract';
import { useDraft } from '../draft-store';
import { useLanguage } from '../use-language';
import { languageOptions } from './known-languages';
import classes from './LanguagesView.module.css';
import { LanguageTable } from './LanguageTable';
import { LanguageTabs } from './LanguageTabs';
import { chooseLanguages } from './language-actions';
import { useTexts, useTranslations } from './use-translations';

const MAX_OTHERS = 30;
const NO_OTHERS: readonly string[] = [];

/** All texts of the experience and their translations. */
export function LanguagesView() {
  const { t } = useTranslation('flow');
  const languages = useDraft(({ graph }) => graph.settings?.languages);
  const texts = useTexts();
  const [chosen, choose] = useState<string | null>(null);
  const others = languages?.others ?? NO_OTHERS;
  const translated = useTranslations(texts, others);
  const shown = chosen !== null && others.includes(chosen) ? chosen : (others[0] ?? null);
  return (
    <section className={classes.view} aria-label={t('languages.title')}>
      <Head languages={languages} onAdded={choose} />
      {languages && shown !== null ? (
        <>
          <Text size="xs" c="dimmed" px="md" pt="xs">
            {t('languages.stored')}
          </Text>
          <LanguageTabs languages={languages} shown={shown} texts={translated} onShow={choose} />
          <LanguageTable
            key={shown}
            language={shown}
            languages={languages}
            texts={translated.get(shown) ?? []}
          />
        </>
      ) : (
        <div className={classes.empty}>
          <Title order={2}>{t('languages.none.title')}</Title>
          <Text size="sm" mt="xs">
            {t('languages.none.text', { count: texts.length })}
          </Text>
        </div>
      )}
    </section>
  );
}

interface HeadProps {
  languages: ChatLanguages | undefined;
  onAdded: (language: string) => void;
}

/** The main language, and others to add. */
function Head({ languages, onAdded }: HeadProps) {
  const { t } = useTranslation('flow');
  const ofAuthor = useLanguage();
  const main = languages?.main ?? ofAuthor;
  const others = languages?.others ?? [];
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    if (added === null) return;
    chooseLanguages({ main, others: [...others, added] });
    onAdded(added);
    setAdded(null);
  };
  return (
    <div className={classes.head}>
      <LanguageSelect
        label={t('languages.main')}
        value={main}
        without={others}
        onChoose={(language) => chooseLanguages({ main: language, others })}
      />
      {others.length < MAX_OTHERS && (
        <>
          <LanguageSelect
            label={t('languages.add.label')}
            value={added}
            without={[main, ...others]}
            onChoose={setAdded}
          />
          <Button size="sm" disabled={added === null} onClick={add}>
            {t('languages.add.action')}
          </Button>
        </>
      )}
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string | null;
  without: readonly string[];
  onChoose: (language: string) => void;
}

function LanguageSelect({ label, value, without, onChoose }: SelectProps) {
  const { t } = useTranslation('flow');
  const inLanguage = useLanguage();
  const [typed, setTyped] = useState('');
  const options = languageOptions(inLanguage, value ?? typed).filter(
    (option) => !without.includes(option.value),
  );
  return (
    <Select
      className={classes.picker}
      size="sm"
      label={label}
      placeholder={t('languages.search')}
      nothingFoundMessage={t('languages.unknown')}
      searchable
      data={options}
      value={value}
      allowDeselect={false}
      limit={60}
      onSearchChange={setTyped}
      onChange={(language) => language !== null && onChoose(language)}
    />
  );
}
