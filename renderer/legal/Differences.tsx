import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalContent } from '../../preload/contract';
import { languageName } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { diffParagraphs, type ParagraphChange } from './diff-paragraphs';
import classes from './Legal.module.css';

type Compared = Pick<LegalContent, 'languages'>;

interface Props {
  before: Compared;
  after: Compared;
  /** Of the version before. */
  number: number;
}

/** What changed from one version to another, language by language. */
export function Differences({ before, after, number }: Props) {
  const { t } = useTranslation('legal');
  const languages = useMemo(() => changedLanguages(before, after), [before, after]);
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('versions.differences', { number })}
      </Text>
      {languages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('versions.same')}
        </Text>
      )}
      {languages.map(({ tag, changes }) => (
        <Stack key={tag} gap={4}>
          <Text size="xs" c="dimmed">
            {languageName(tag, currentLanguage())}
          </Text>
          {changes.map((change, index) => {
            const key = `${index}`;
            return <Change key={key} change={change} />;
          })}
        </Stack>
      ))}
    </Stack>
  );
}

function Change({ change: { kind, text } }: { change: ParagraphChange }) {
  const { t } = useTranslation('legal');
  if (kind === 'same') return null;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className={`${classes.change} ${classes[kind]}`}>
      <VisuallyHidden>{t(`versions.${kind}`)} </VisuallyHidden>
      {text}
    </Mark>
  );
}

function changedLanguages(before: Compared, after: Compared) {
  const tags = new Set([...Object.keys(after.languages), ...Object.keys(before.languages)]);
  return [...tags]
    .map((tag) => ({
      tag,
      changes: diffParagraphs(read(before, tag), read(after, tag)),
    }))
    .filter(({ changes }) => changes.some(({ kind }) => kind !== 'same'));
}

function read({ languages }: Compared, tag: string): string {
  const words = languages[tag];
  return words ? `${words.title}\n\n${words.text}` : '';
}
