import { z } from 'zod';
import { channel, ROLES, SIGNED_IN } from './channel';
import { Id, InstantMs, Nothing, VisibleName } from './values';
import { NewPassphrase, Passphrase } from './workspace';

const Role = z.enum(ROLES);
export const UserName = VisibleName;

export const UserView = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  disabled: z.boolean(),
  /** Set by an admin, for the user to replace. */
  passphraseIsTemporary: z.boolean(),
  /** Whether this computer's key store can open the workspace for the user. */
  keystore: z.boolean(),
  recoveryCode: z.boolean(),
  createdAt: InstantMs,
});
export type UserView = z.infer<typeof UserView>;

/** Shown once, stored nowhere in the clear. */
const ShownOnce = z.object({ recoveryCode: z.string() });

const RecoveryCode = z.string().regex(/^[0-9A-Z-]{8,64}$/);

export const userChannels = {
  'users.list': channel({ access: [], input: Nothing, output: z.array(UserView) }),
  /** The admin hands the first passphrase over; the user is asked to change it. */
  'users.add': channel({
    access: [],
    input: z.object({ name: UserName, role: Role, passphrase: NewPassphrase }),
    output: z.array(UserView),
  }),
  /** Refused with `user.last_admin` when no enabled admin would be left. */
  'users.setRole': channel({
    access: [],
    input: z.object({ id: Id, role: Role }),
    output: z.array(UserView),
  }),
  'users.setDisabled': channel({
    access: [],
    input: z.object({ id: Id, disabled: z.boolean() }),
    output: z.array(UserView),
  }),
  'users.remove': channel({ access: [], input: z.object({ id: Id }), output: z.array(UserView) }),
  /** An admin gives a user, who forgot it, a new first passphrase. */
  'users.resetPassphrase': channel({
    access: [],
    input: z.object({ id: Id, passphrase: NewPassphrase }),
    output: z.array(UserView),
  }),
  /** The signed-in user's own slots. */
  'me.view': channel({ access: SIGNED_IN, input: Nothing, output: UserView }),
  'me.changePassphrase': channel({
    access: SIGNED_IN,
    input: z.object({ current: Passphrase, next: NewPassphrase }),
    output: UserView,
  }),
  /** Needs the passphrase, so that an unattended window cannot be turned into a way in. */
  'me.setKeystore': channel({
    access: SIGNED_IN,
    input: z.object({ passphrase: Passphrase, enabled: z.boolean() }),
    output: UserView,
  }),
  'me.makeRecoveryCode': channel({
    access: SIGNED_IN,
    input: z.object({ passphrase: Passphrase }),
    output: ShownOnce,
  }),
  /** Main writes the clipboard, and clears it after 60 s if it still holds the code. */
  'me.copyRecoveryCode': channel({
    access: SIGNED_IN,
    input: z.object({ code: RecoveryCode }),
    output: Nothing,
  }),
  /** On paper, by the operating system's dialog; false when that was dismissed. */
  'me.printRecoveryCode': channel({
    access: SIGNED_IN,
    input: z.object({ code: RecoveryCode }),
    output: z.boolean(),
  }),
};
