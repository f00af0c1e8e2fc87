import { Alert, Button, Stack } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { Dialog } from './Dialog';
import { DialogFoot } from './DialogFoot';

interface Props {
  title: string;
  submitLabel: string;
  isBusy: boolean;
  error: AppError | null;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that asks for something and has one button that does it. */
export function FormDialog(props: Props) {
  const { title, submitLabel, isBusy, error, onSubmit, onClose, children } = props;
  const { t } = useTranslation('app');
  const message = useErrorMessage();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.closest('.mantine-Modal-body')?.scrollTo({ top: 0 });
  }, [error]);
  // What main has refused may be said at its field.
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    if (wasBusy.current && !isBusy) focusInvalid(form.current);
    wasBusy.current = isBusy;
  }, [isBusy]);
  const submit: FormEventHandler<HTMLFormElement> = (event) => {
    onSubmit(event);
    // What keeps a long form from being sent may be out of sight.
    requestAnimationFrame(() => focusInvalid(form.current));
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
      {/* What is put in above the view would otherwise move it, so that nothing seems to happen. */}
      <form ref={form} onSubmit={submit} noValidate style={{ overflowAnchor: 'none' }}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          {children}
          <DialogFoot>
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {submitLabel}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

function focusInvalid(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}
