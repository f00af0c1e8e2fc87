import type { ParsedInput, Preferences } from '../../../preload/contract';
import type { AppContext, Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { closing } from './closing';
import { copyTask } from './copy-workspace';
import { keptPlace } from './kept-place';
import { keystore } from './keystore';
import { recall, remember } from './memory';
import { myAccess } from './my-access';
import { preferences } from './preferences';
import { printRecoveryCode } from './recovery-sheet';
import { readWorkspaceSettings, setAuditRetention, setClockJump, setIdleLock } from './settings';
import { dismissSlotsWarning } from './slots-notice';
import { userAdmin } from './user-admin';
import { workspace } from './workspace';

/** The workspace as a whole, its users and their ways in. */
export const workspaceArea = area(
  {
    'workspace.status': ({ the }) => the(workspace).status(),
    'workspace.create': ({ the }, request) =>
      the(workspace).create(request, the(preferences).get().language),
    'workspace.keystoreAvailable': ({ the }) => the(keystore).isAvailable(),
    'workspace.unlock': ({ the }, { userId, passphrase }) =>
      the(workspace).unlock(userId, passphrase),
    'workspace.unlockWithKeystore': ({ the }, { userId }) =>
      the(workspace).unlockWithKeystore(userId),
    'workspace.recover': ({ the }, { userId, code, passphrase }) =>
      the(workspace).recover(userId, code, passphrase),
    'workspace.rotateKey': ({ the }) => the(workspace).rotateKey(),
    'workspace.dismissSlotsWarning': {
      audit: 'slots.mismatch_dismissed',
      run: (context: Context) => announced(context, dismissSlotsWarning(context)),
    },
    'workspace.lock': ({ the }) => the(workspace).lock({ kind: 'user' }),
    'window.readyToClose': ({ the }, { isSaved }) => the(closing).answer(isSaved),
    'workspace.settings': ({ store }) => readWorkspaceSettings(store),
    'workspace.setIdleLock': { audit: 'workspace.idle_lock_changed', run: setIdleLock },
    'workspace.setClockJump': { audit: 'retention.clock_jump_changed', run: setClockJump },
    'workspace.setAuditRetention': { audit: 'audit.retention_changed', run: setAuditRetention },
    'preferences.get': ({ the }) => the(preferences).get(),
    'preferences.set': setPreferences,
    'memory.recall': recall,
    'memory.remember': remember,
    'memory.keepPlace': ({ the }, parts) => the(keptPlace).keep(parts),
    'memory.place': ({ the }) => the(keptPlace).read(),
    'users.list': ({ the }) => the(userAdmin).list(),
    'users.add': ({ the }, { name, role, passphrase }) =>
      the(userAdmin).add(name, role, passphrase),
    'users.setRole': (context, { id, role }) =>
      announced(context, context.the(userAdmin).setRole(id, role)),
    'users.setDisabled': ({ the }, { id, disabled }) => the(userAdmin).setDisabled(id, disabled),
    'users.remove': ({ the }, { id }) => the(userAdmin).remove(id),
    'users.resetPassphrase': ({ the }, { id, passphrase }) =>
      the(userAdmin).resetPassphrase(id, passphrase),
    'me.view': ({ the }) => the(myAccess).view(),
    'me.changePassphrase': (context, { current, next }) =>
      announced(context, context.the(myAccess).changePassphrase(current, next)),
    'me.setKeystore': ({ the }, { passphrase, enabled }) =>
      the(myAccess).setKeystore(passphrase, enabled),
    'me.makeRecoveryCode': async ({ the }, { passphrase }) => ({
      recoveryCode: await the(myAccess).makeRecoveryCode(passphrase),
    }),
    'me.copyRecoveryCode': ({ desktop }, { code }) => desktop.clipboard.copySecret(code),
    'me.printRecoveryCode': printRecoveryCode,
  },
  [copyTask],
);

/** All windows speak the same language, in the same colours. */
async function setPreferences(
  { the, emit }: AppContext,
  changes: ParsedInput<'preferences.set'>,
): Promise<Preferences> {
  const changed = await the(preferences).set(changes);
  emit('preferences.changed', changed);
  return changed;
}

/** The windows show the signed-in user's role, and what the user has to know on every screen. */
async function announced<T>({ the }: Context, change: Promise<T>): Promise<T> {
  const result = await change;
  await the(workspace).announce();
  return result;
}
