import { channels, permits } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { i18n } from '../app/i18n';
import { notify, notifyNextStep } from '../app/notify';
import { useRotation } from './rotation-store';

/**
 * Says what a replaced way in can still open, and offers a new key to whoever may rotate it.
 *
 * @param done what was done, in a sentence.
 */
export function tellOfOldCopies(done: string): void {
  const { status } = useAppStore.getState();
  if (status?.state !== 'unlocked') return;
  if (permits(channels['workspace.rotateKey'].access, status.user.role)) {
    notify(done);
    useRotation.getState().ask({ way: 'replaced' });
  } else notifyNextStep(`${done} ${i18n.t('users:key.replacedAskAdmin')}`);
}
