import {
  Button,
  Group,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type DrawView,
  Language,
  LETTER_WORDS,
  type Letter,
  type LetterValues,
  unknownWords,
} from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';
import { Pending } from '../ui/Pending';
import { useSubmit } from '../ui/use-submit';
import { LetterPreview } from './LetterPreview';

const WrittenText = z.object({ subject: z.string(), body: z.string() });
/** A letter as it is typed: main takes the spaces off its ends. */
const Written = z.object({
  sender: z.string(),
  contact: z.string(),
  languages: z.object({ en: WrittenText, de: WrittenText }),
});

interface Props {
  draw: DrawView;
  onGoOn: (language: Language) => void;
  onClose: () => void;
}

/** Writes the letter of a draw, once for all winners, beside how it will look. */
export function LetterDialog(props: Props) {
  const { t } = useTranslation('draw');
  const { draw, onClose } = props;
  const [letter, setLetter] = useState<Letter | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    call('draws.letter', { id: draw.id }).then(setLetter, setError);
  }, [draw.id]);
  useEffect(load, [load]);
  return (
    <Dialog size={1040} title={t('letter.title')} closeOnClickOutside={false} onClose={onClose}>
      {letter ? (
        <LetterForm {...props} first={letter} />
      ) : (
        <Pending title={t('letter.loadFailed')} error={error} onRetry={load} />
      )}
    </Dialog>
  );
}

function LetterForm({ draw, first, onGoOn, onClose }: Props & { first: Letter }) {
  const { t, i18n } = useTranslation(['draw', 'app']);
  const [letter, setLetter] = useKept<Letter>(`draws.${draw.id}.words`, Written, first);
  const [language, setLanguage] = useState<Language>(Language.parse(i18n.language));
  const { isBusy, submit } = useSubmit();
  const body = useRef<HTMLTextAreaElement>(null);
  const text = letter.languages[language];
  const change = (changes: Partial<typeof text>) =>
    setLetter((now) => ({
      ...now,
      languages: { ...now.languages, [language]: { ...now.languages[language], ...changes } },
    }));
  const insert = (word: string) => {
    const field = body.current;
    const [from, to] = [field?.selectionStart ?? 0, field?.selectionEnd ?? 0];
    change({ body: `${text.body.slice(0, from)}{${word}}${text.body.slice(to)}` });
    field?.focus();
  };
  const save = (then: () => void) =>
    submit(async () => {
      await call('draws.setLetter', { id: draw.id, letter }).catch((error: unknown) => {
        showError(error);
        throw error;
      });
      then();
    });
  const unknown = unknownWords(`${text.subject} ${text.body}`, language);
  const words = Object.keys(LETTER_WORDS[language]) as (keyof LetterValues)[];

  return (
    <Stack gap="md">
      <Text size="sm">{t('letter.text')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('letter.language')}
            data={Language.options.map((value) => ({
              value,
              label: t(`letter.languages.${value}`),
            }))}
            value={language}
            onChange={(value) => setLanguage(Language.parse(value))}
          />
          <Textarea
            data-autofocus
            label={t('letter.sender')}
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            value={letter.sender}
            onChange={({ currentTarget: { value } }) =>
              setLetter((now) => ({ ...now, sender: value }))
            }
          />
          <TextInput
            label={t('letter.contact')}
            maxLength={300}
            value={letter.contact}
            onChange={({ currentTarget: { value } }) =>
              setLetter((now) => ({ ...now, contact: value }))
            }
          />
          <TextInput
            label={t('letter.subject')}
            maxLength={200}
            value={text.subject}
            onChange={({ currentTarget: { value } }) => change({ subject: value })}
          />
          <Textarea
            ref={body}
            label={t('letter.body')}
            autosize
            minRows={6}
            maxRows={12}
            maxLength={10_000}
            value={text.body}
            error={
              unknown.length > 0 &&
              t('letter.unknown', { words: unknown.map((word) => `{${word}}`).join(', ') })
            }
            onChange={({ currentTarget: { value } }) => change({ body: value })}
          />
          <Group gap={6}>
            {words.map((key) => {
              const word = LETTER_WORDS[language][key];
              return (
                <Button
                  key={key}
                  size="compact-xs"
                  variant="default"
                  aria-label={t('letter.insert', { word })}
                  onClick={() => insert(word)}
                >
                  {`{${word}}`}
                </Button>
              );
            })}
          </Group>
        </Stack>
        <Stack gap={4}>
          <Text size="sm" fw={500} id="letter-preview">
            {t('letter.preview')}
          </Text>
          <Paper withBorder p="lg" role="region" aria-labelledby="letter-preview" flex={1}>
            <LetterPreview draw={draw} letter={letter} language={language} />
          </Paper>
        </Stack>
      </SimpleGrid>
      <DialogFoot>
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button
          variant="default"
          loading={isBusy}
          onClick={() =>
            void save(() => {
              notify(t('letter.saved'));
              onClose();
            })
          }
        >
          {t('letter.save')}
        </Button>
        <Button loading={isBusy} onClick={() => void save(() => onGoOn(language))}>
          {t('letter.goOn')}
        </Button>
      </DialogFoot>
    </Stack>
  );
}
