import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormDialog } from './FormDialog';
import { useSubmit } from './use-submit';

const MAX_LENGTH = 120;

interface Props {
  /** What it is called now. */
  name: string;
  words: { title: string; label: string; missing: string; confirm: string };
  /** Its failure is shown; otherwise the dialog closes. */
  onRename(name: string): Promise<unknown>;
  onClose(): void;
  /** Once it has closed. */
  onRenamed?(): void | Promise<void>;
}

/** Asks for another name of something. */
export function RenameDialog({ name: before, words, onRename, onClose, onRenamed }: Props) {
  const [name, setName] = useState(before);
  const { isBusy, error, submit } = useSubmit();
  const isMissing = name.trim() === '';

  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    void submit(async () => {
      await onRename(name);
      onClose();
      await onRenamed?.();
    });
  };
  return (
    <FormDialog
      title={words.title}
      submitLabel={words.confirm}
      isBusy={isBusy}
      error={error}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={words.label}
        value={name}
        maxLength={MAX_LENGTH}
        error={isMissing && words.missing}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
