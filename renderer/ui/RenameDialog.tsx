import { TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useKept } from '../app/place';
import { FormDialog } from './FormDialog';
import { useSubmit } from './use-submit';

const MAX_LENGTH = 120;

interface Props {
  /** What it is called now, or would be; stands there until something else is typed. */
  name: string;
  /** What is typed is a part of the place under this name. */
  keptAs: string;
  words: { title: string; label: string; hint?: string; missing: string; confirm: string };
  /** Its failure is shown; otherwise the dialog closes. */
  onRename(name: string): Promise<unknown>;
  onClose(): void;
  /** Once it has closed. */
  onRenamed?(): void | Promise<void>;
  /** What else is asked, below the name. */
  children?: ReactNode;
}

/** Asks what something is to be called. */
export function RenameDialog(props: Props) {
  const { name: before, keptAs, words, onRename, onClose, onRenamed, children } = props;
  const [typed, setTyped] = useKept(`${keptAs}.name`, z.string().nullable(), null);
  const [isTried, setTried] = useState(false);
  const name = typed ?? before;
  const { isBusy, error, submit } = useSubmit();
  const isMissing = name.trim() === '';

  const rename = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
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
        description={words.hint}
        value={name}
        maxLength={MAX_LENGTH}
        error={isMissing && (isTried || typed !== null) && words.missing}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {children}
    </FormDialog>
  );
}
