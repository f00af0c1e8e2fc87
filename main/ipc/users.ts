import type { Workspace } from '../workspace/workspace';
import type { Handlers } from './router';

export function userHandlers(workspace: Workspace) {
  /** The windows show the signed-in user's role, and whether the passphrase is temporary. */
  const announced = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    await workspace.announce();
    return result;
  };
  return {
    'users.list': (_, { users }) => users.list(),
    'users.add': ({ name, role, passphrase }, { users }) => users.add(name, role, passphrase),
    'users.setRole': ({ id, role }, { users }) => announced(users.setRole(id, role)),
    'users.setDisabled': ({ id, disabled }, { users }) => users.setDisabled(id, disabled),
    'users.remove': ({ id }, { users }) => users.remove(id),
    'users.resetPassphrase': ({ id, passphrase }, { users }) =>
      users.resetPassphrase(id, passphrase),
    'me.view': (_, { access }) => access.view(),
    'me.changePassphrase': ({ current, next }, { access }) =>
      announced(access.changePassphrase(current, next)),
    'me.setKeystore': ({ passphrase, enabled }, { access }) =>
      access.setKeystore(passphrase, enabled),
    'me.makeRecoveryCode': async ({ passphrase }, { access }) => ({
      recoveryCode: await access.makeRecoveryCode(passphrase),
    }),
    'me.copyRecoveryCode': ({ code }, { copySecret }) => copySecret(code),
  } satisfies Partial<Handlers>;
}
