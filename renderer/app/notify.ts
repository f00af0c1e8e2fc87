import { notifications } from '@mantine/notifications';
import { i18n } from './i18n';

/** Tells that something is done. */
export function notify(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': i18n.t('close') } });
}
