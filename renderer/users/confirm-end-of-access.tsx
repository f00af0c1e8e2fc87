import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { UserView } from '../../preload/contract';
import { showError } from '../app/errors';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useRotation } from './rotation-store';
import { useUsersStore } from './users-store';

/** Takes the access away after a question, and offers a new key: the old one may have been copied. */
export function confirmEndOfAccess(way: 'disable' | 'remove', { id, name }: UserView): void {
  const t = i18n.getFixedT(null, 'users');
  modals.openConfirmModal({
    title: t(`${way}.title`, { name }),
    children: (
      <Text size="sm">
        {t(`${way}.text`, { name })} {way === 'remove' && i18n.t('undo.never')}
      </Text>
    ),
    labels: { confirm: t(`${way}.confirm`), cancel: i18n.t('cancel') },
    confirmProps: { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    closeButtonProps: { 'aria-label': i18n.t('close') },
    onConfirm: () => void endAccess(way, id, name).catch(showError),
  });
}

async function endAccess(way: 'disable' | 'remove', id: string, name: string): Promise<void> {
  const { change } = useUsersStore.getState();
  if (way === 'disable') await change('users.setDisabled', { id, disabled: true });
  else await change('users.remove', { id });
  notify(i18n.t(`users:${way}.done`, { name }));
  useRotation.getState().ask({ way: 'ended', name });
}
