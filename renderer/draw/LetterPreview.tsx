import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type DrawView,
  filled,
  type Language,
  type Letter,
  type LetterValues,
  lettersParagraphs,
} from '../../preload/contract';
import { i18n } from '../app/i18n';

interface Props {
  draw: DrawView;
  letter: Letter;
  language: Language;
}

/** The letter to somebody who is invented. */
export function LetterPreview({ draw, letter, language }: Props) {
  useTranslation('draw');
  const say = i18n.getFixedT(language, 'draw');
  const day = (ms: number) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(ms);
  const values: LetterValues = {
    name: say('letter.exampleName'),
    prize: draw.prizes[0]?.name ?? '',
    giveaway: draw.giveawayName,
    replyBy: draw.replyBy === null ? '' : day(Date.parse(draw.replyBy)),
    contact: letter.contact,
  };
  const { subject, body } = letter.languages[language];
  return (
    <Stack gap="sm" fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      <Text size="xs" c="dimmed" ta="right">
        {letter.sender}
      </Text>
      <Text inherit>{[values.name, say('letter.exampleStreet')].join('\n')}</Text>
      <Text inherit fw={600}>
        {filled(subject, values, language)}
      </Text>
      {lettersParagraphs(body, values, language).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph may stand there twice
        <Text inherit key={index}>
          {paragraph}
        </Text>
      ))}
    </Stack>
  );
}
