import { Button, Group, Input, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ChatLanguage,
  directionOf,
  gapsIn,
  type LegalWords,
  MAX_LEGAL_TEXT,
} from '../../preload/contract';
import { LegalProse } from '../chat/LegalProse';
import classes from './Legal.module.css';

interface Props {
  language: ChatLanguage;
  words: LegalWords;
  mayEdit: boolean;
  onChange(words: LegalWords): void;
}

/** The words of one language, and beside them how they read. */
export function WordsPanes({ language, words, mayEdit, onChange }: Props) {
  const { t } = useTranslation('legal');
  const area = useRef<HTMLTextAreaElement>(null);
  const dir = directionOf(language);
  const { title, text } = words;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('editor.titleLabel')}
        value={title}
        maxLength={200}
        readOnly={!mayEdit}
        lang={language}
        dir={dir}
        onChange={(event) => onChange({ ...words, title: event.currentTarget.value })}
      />
      <Gaps text={text} area={area} />
      <div className={classes.panes}>
        <Textarea
          ref={area}
          className={classes.textarea}
          label={t('editor.textLabel')}
          description={t('editor.textHint')}
          value={text}
          maxLength={MAX_LEGAL_TEXT}
          readOnly={!mayEdit}
          lang={language}
          dir={dir}
          onChange={(event) => onChange({ ...words, text: event.currentTarget.value })}
        />
        <Preview language={language} words={words} />
      </div>
    </Stack>
  );
}

function Preview({ language, words: { title, text } }: Pick<Props, 'language' | 'words'>) {
  const { t } = useTranslation('legal');
  return (
    <Input.Wrapper label={t('editor.preview')} labelElement="div" description={'\u00a0'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard */}
      <section className={classes.preview} tabIndex={0} aria-label={t('editor.preview')}>
        <article lang={language} dir={directionOf(language)}>
          <h2 className={classes.title}>{title || t('editor.untitled')}</h2>
          <LegalProse text={text} />
        </article>
      </section>
    </Input.Wrapper>
  );
}

interface GapsProps {
  text: string;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** How many places are still to be filled in, and the way from one to the next. */
function Gaps({ text, area }: GapsProps) {
  const { t } = useTranslation('legal');
  const gaps = gapsIn(text);
  if (gaps.length === 0) return null;

  const goToNext = () => {
    const input = area.current;
    if (!input) return;
    const gap = gaps.find((each) => text.indexOf(each, input.selectionEnd) >= 0) ?? gaps[0] ?? '';
    const behind = text.indexOf(gap, input.selectionEnd);
    const at = behind >= 0 ? behind : text.indexOf(gap);
    input.focus();
    input.setSelectionRange(at, at + gap.length);
    scrollTo(input, at);
  };
  return (
    <Group gap="sm">
      <Text size="sm" style={{ color: 'light-dark(#8a4b00, #ffc078)' }}>
        {t('editor.gaps', { count: gaps.length })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={goToNext}>
        {t('editor.nextGap')}
      </Button>
    </Group>
  );
}

/** Browsers do not scroll to what a script selects. */
function scrollTo(input: HTMLTextAreaElement, at: number): void {
  const share = at / Math.max(1, input.value.length);
  input.scrollTop = Math.max(0, share * input.scrollHeight - input.clientHeight / 2);
}
