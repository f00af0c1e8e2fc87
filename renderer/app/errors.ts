import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../preload/contract';
import { i18n } from './i18n';

export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', {}, { cause: error });
}

/** Turns what was thrown into a sentence of the current language: what happened and what to do. */
export function useErrorMessage(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (error: unknown) => {
      const { code, params } = toAppError(error);
      return t(code, params);
    },
    [t],
  );
}

/** For errors that belong to no field or place on the screen. */
export function showError(error: unknown): void {
  const { code, params } = toAppError(error);
  // A locked window says so by itself.
  if (code === 'workspace.locked') return;
  notifications.show({
    color: 'red',
    title: i18n.t('failed'),
    message: i18n.t(`errors:${code}`, params),
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
}
