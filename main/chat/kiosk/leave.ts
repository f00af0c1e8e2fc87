import { randomUUID } from 'node:crypto';
import type { ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { recordAudit } from '../../vault/audit/audit-log';
import { comparable } from '../../vault/workspace/user-admin';
import { userDirectory } from '../../vault/workspace/user-directory';
import { workspace } from '../../vault/workspace/workspace';
import { kioskScreen, setupOf } from './kiosk-screen';

/**
 * Under which wrong passphrases of a kiosk are counted, whoever was named: waits that differed by name
 * would tell which names there are.
 */
const COUNTED_AS = 'kiosk';

/**
 * Unlocks anew as that user: nobody leaves a kiosk with the rights of somebody else. From then on the
 * context of the call is of a workspace that is closed, so that the new one records the end.
 *
 * @throws AppError `workspace.wrong_passphrase`, `workspace.too_many_attempts`
 */
export async function leaveKiosk(
  { the }: Pick<Context, 'the'>,
  { name, passphrase }: ParsedInput<'kiosk.leave'>,
): Promise<void> {
  await the(kioskScreen).leave(async () => {
    const userId = await whoLeaves(the, name);
    if (userId === null) await refuse(the);
    else await the(workspace).unlock(userId, passphrase, COUNTED_AS);
    const { store, signedIn, time } = the(workspace).unlocked;
    await store
      .transaction()
      .execute((transaction) =>
        recordAudit(transaction, signedIn(), time.nowMs(), 'kiosk.ended', {}),
      );
  });
}

/** Null for a name that nobody has, and for somebody who may not come in any more. */
async function whoLeaves(the: Context['the'], name: string | undefined): Promise<string | null> {
  const { startedBy } = setupOf({ the });
  const users = (await the(userDirectory).list()).filter(({ disabled }) => !disabled);
  const isMeant = (user: { id: string; name: string }): boolean =>
    name === undefined ? user.id === startedBy : comparable(user.name) === comparable(name);
  return users.find(isMeant)?.id ?? null;
}

/** As wrong as a passphrase can be, and after as long: the same work with one that nobody has. */
async function refuse(the: Context['the']): Promise<never> {
  await the(workspace).unlock(the(userDirectory).me.id, randomUUID(), COUNTED_AS);
  throw new Error('A passphrase at random was right.');
}
