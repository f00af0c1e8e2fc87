import { notifications } from '@mantine/notifications';
import { i18n } from './i18n';

/** Long enough to read what to do next, and to do it. */
const NEXT_STEP_MS = 30_000;

/** Tells that something is done. */
export function notify(message: string): void {
  show(message);
}

/** Tells that something is done, and what the user has to do next. */
export function notifyNextStep(message: string): void {
  show(message, NEXT_STEP_MS);
}

function show(message: string, autoClose?: number): void {
  notifications.show({
    message,
    ...(autoClose !== undefined && { autoClose }),
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
}
