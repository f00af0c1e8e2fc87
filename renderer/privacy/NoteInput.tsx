import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppError, holdsPersonalData } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { hintOrError } from '../ui/hint-or-error';

interface Props {
  note: string;
  onChange: (note: string) => void;
}

/** What a user notes about a request, which says nothing of whom. */
export function NoteInput({ note, onChange }: Props) {
  const { t } = useTranslation('privacy');
  const message = useErrorMessage();
  return (
    <Textarea
      label={t('requests.new.note')}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={500}
      {...hintOrError(
        t('requests.new.noteHint'),
        holdsPersonalData(note) && message(new AppError('free_text.personal')),
      )}
      value={note}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
