import type { KioskSetup, KioskView, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { recordAudit } from '../../vault/audit/audit-log';
import { userDirectory } from '../../vault/workspace/user-directory';
import { workspace } from '../../vault/workspace/workspace';
import { kioskScreen, setupOf } from './kiosk-screen';
import { readPublished, requirePublished } from './published';

/** @throws AppError `kiosk.not_published` */
export async function startKiosk(
  { store, record, the }: Pick<Context, 'store' | 'record' | 'the'>,
  setup: KioskSetup,
): Promise<void> {
  const { name: experience, number } = await requirePublished(store, setup.experienceId);
  await store.transaction().execute((transaction) => record(transaction, { experience, number }));
  await the(kioskScreen).enter(setup);
}

export async function viewKiosk(context: Pick<Context, 'store' | 'the'>): Promise<KioskView> {
  const { store, the } = context;
  const setup = setupOf(context);
  const published = await readPublished(store, setup.experienceId);
  const users = await the(userDirectory).list();
  return {
    ...setup,
    experienceName: published?.name ?? null,
    users: users.filter(({ disabled }) => !disabled),
  };
}

/**
 * Unlocks anew as that user: nobody leaves a kiosk with the rights of somebody else. From then on the
 * context of the call is of a workspace that is closed, so that the new one records the end.
 *
 * @throws AppError `workspace.wrong_passphrase`
 */
export async function leaveKiosk(
  { the }: Pick<Context, 'the'>,
  { userId, passphrase }: ParsedInput<'kiosk.leave'>,
): Promise<void> {
  await the(kioskScreen).leave(async () => {
    await the(workspace).unlock(userId, passphrase);
    const { store, signedIn, time } = the(workspace).unlocked;
    await store
      .transaction()
      .execute((transaction) =>
        recordAudit(transaction, signedIn(), time.nowMs(), 'kiosk.ended', {}),
      );
  });
}
