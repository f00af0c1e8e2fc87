import { Alert, Button, Group, Stack } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  submitLabel: string;
  isBusy: boolean;
  error: AppError | null;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** Below the heading, which stays where it is when the dialog is scrolled. */
const BELOW_HEADING = '5rem';

/** A dialog that asks for something and has one button that does it. */
export function FormDialog(props: Props) {
  const { title, submitLabel, isBusy, error, onSubmit, onClose, children } = props;
  const { t } = useTranslation('app');
  const message = useErrorMessage();
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error) return;
    // A frame later: what is put in above the view moves it, so that nothing seems to happen.
    const frame = requestAnimationFrame(() => refusal.current?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(frame);
  }, [error]);
  const submit: FormEventHandler<HTMLFormElement> = (event) => {
    const form = event.currentTarget;
    onSubmit(event);
    // What keeps a long form from being sent may be out of sight.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return (
    <Dialog
      size={540}
      title={title}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!isBusy}
      closeButtonProps={{ disabled: isBusy }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {error && (
            <Alert ref={refusal} color="red" py="xs" style={{ scrollMarginTop: BELOW_HEADING }}>
              {message(error)}
            </Alert>
          )}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
