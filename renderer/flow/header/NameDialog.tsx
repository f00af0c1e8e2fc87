import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useErrorMessage } from '../../app/errors';
import { useKept } from '../../app/place';
import { Dialog } from '../../ui/Dialog';

const MAX_LENGTH = 120;

interface Props {
  title: string;
  confirm: string;
  /** Stands in the input until something else is typed. */
  initial: string;
  /** What is typed is a part of the place under this name. */
  keptAs: string;
  /** What else is asked, below the name. */
  children?: ReactNode;
  onConfirm(name: string): Promise<void>;
  onClose(): void;
}

export function NameDialog({
  title,
  confirm,
  initial,
  keptAs,
  children,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const [typed, setTyped] = useKept(`${keptAs}.name`, z.string().nullable(), null);
  const name = typed ?? initial;
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const message = useErrorMessage();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setError(t('flow:experiences.nameMissing'));
    setBusy(true);
    try {
      await onConfirm(name.trim());
      onClose();
    } catch (reason) {
      setError(message(reason));
      setBusy(false);
    }
  };

  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          data-autofocus
          label={t('flow:experiences.name')}
          value={name}
          maxLength={MAX_LENGTH}
          error={error}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(null);
          }}
        />
        {children}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {confirm}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
