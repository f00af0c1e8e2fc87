import { z } from 'zod';
import { AuditDays } from './audit';
import { channel, ROLES, SIGNED_IN } from './channel';
import { ErrorCode } from './errors';
import { Days, Id, Language, Nothing, VisibleName } from './values';

/** NIST SP 800-63B asks for length, not composition; the meter on the page advises on the rest. */
export const MIN_PASSPHRASE_LENGTH = 12;
const MAX_PASSPHRASE_LENGTH = 1_024;
export const Passphrase = z.string().min(1).max(MAX_PASSPHRASE_LENGTH);
export const NewPassphrase = z.string().min(MIN_PASSPHRASE_LENGTH).max(MAX_PASSPHRASE_LENGTH);

/** Which of the slot file and the database is older than the other, and so was put back by somebody. */
export const SlotsWarning = z.enum(['older_slots', 'older_database']);
export type SlotsWarning = z.infer<typeof SlotsWarning>;

/** Why the workspace was locked last; when the application has ended since, nobody knows. */
export const LockReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user') }),
  z.object({ kind: z.literal('idle'), minutes: z.number().int() }),
  z.object({ kind: z.literal('sleep') }),
  z.object({ kind: z.literal('screen') }),
]);
export type LockReason = z.infer<typeof LockReason>;

export const WorkspaceStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), folder: z.string() }),
  z.object({
    state: z.literal('locked'),
    name: z.string(),
    folder: z.string(),
    /** Who can unlock it, disabled users left out. */
    users: z.array(z.object({ id: Id, name: z.string(), keystore: z.boolean() })),
    /** It was just restored and nobody has unlocked it since: another backup may take its place. */
    justRestored: z.boolean(),
    reason: LockReason.nullable(),
  }),
  z.object({
    state: z.literal('unlocked'),
    name: z.string(),
    folder: z.string(),
    user: z.object({ id: Id, name: z.string(), role: z.enum(ROLES) }),
    /** The audit log was verified at unlock. */
    auditIntact: z.boolean(),
    /** The passphrase was set by an admin: nothing else works before the user has set another one. */
    passphraseIsTemporary: z.boolean(),
    /** Found at this unlock or an earlier one, and not seen to yet. */
    slotsWarning: SlotsWarning.nullable(),
  }),
  /** Something is there but cannot be opened; nothing is touched or overwritten. */
  z.object({ state: z.literal('damaged'), problem: ErrorCode, folder: z.string() }),
]);
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const Preferences = z.object({
  language: Language,
  colorScheme: z.enum(['auto', 'light', 'dark']),
});
export type Preferences = z.infer<typeof Preferences>;

export const WorkspaceSettings = z.object({
  /** Off: nothing is written about participants, and the chat still works. */
  storeData: z.boolean(),
  /** No module can keep a row longer than this. */
  maxRetentionDays: z.number().int(),
  /** Locks after so many minutes without input; null never. Sleep and a locked screen always lock. */
  idleLockMinutes: z.number().int().min(1).max(240).nullable(),
  /** The audit log forgets, too. */
  auditRetentionDays: Days,
  /** How far the computer's clock may jump ahead before somebody has to confirm it. */
  clockJumpDays: Days.max(365),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const workspaceChannels = {
  'workspace.status': channel({ access: 'anyone', input: Nothing, output: WorkspaceStatus }),
  'workspace.create': channel({
    access: 'anyone',
    input: z.object({
      name: z.string().trim().min(1).max(120),
      userName: VisibleName,
      passphrase: NewPassphrase,
      /** Let this computer's key store open the workspace, too. */
      keystore: z.boolean(),
    }),
    /** The recovery code is shown now and never again. */
    output: z.object({ status: WorkspaceStatus, recoveryCode: z.string() }),
  }),
  /** Whether this computer has a key store that deserves the name; plain text counts as none. */
  'workspace.keystoreAvailable': channel({
    access: 'anyone',
    input: Nothing,
    output: z.boolean(),
  }),
  'workspace.unlock': channel({
    access: 'anyone',
    input: z.object({ userId: Id, passphrase: Passphrase }),
    output: WorkspaceStatus,
  }),
  'workspace.unlockWithKeystore': channel({
    access: 'anyone',
    input: z.object({ userId: Id }),
    output: WorkspaceStatus,
  }),
  /** Opens with the user's recovery code and sets a new passphrase; the code is used up. */
  'workspace.recover': channel({
    access: 'anyone',
    input: z.object({ userId: Id, code: z.string().min(8).max(200), passphrase: NewPassphrase }),
    output: z.object({ status: WorkspaceStatus, recoveryCode: z.string() }),
  }),
  /** Encrypts the whole database under a new key, crash-safe; every user keeps their way in. */
  'workspace.rotateKey': channel({ access: [], input: Nothing, output: Nothing }),
  /** An admin has seen to it that the slot file and the database belong together again. */
  'workspace.dismissSlotsWarning': channel({ access: [], input: Nothing, output: Nothing }),
  'workspace.lock': channel({ access: SIGNED_IN, input: Nothing, output: WorkspaceStatus }),
  'workspace.settings': channel({ access: SIGNED_IN, input: Nothing, output: WorkspaceSettings }),
  'workspace.setStoreData': channel({
    access: [],
    input: z.object({ storeData: z.boolean() }),
    output: WorkspaceSettings,
  }),
  'workspace.setIdleLock': channel({
    access: [],
    input: WorkspaceSettings.pick({ idleLockMinutes: true }),
    output: WorkspaceSettings,
  }),
  'workspace.setClockJump': channel({
    access: [],
    input: WorkspaceSettings.pick({ clockJumpDays: true }),
    output: WorkspaceSettings,
  }),
  'workspace.setAuditRetention': channel({
    access: [],
    input: z.object({ auditRetentionDays: AuditDays }),
    output: WorkspaceSettings,
  }),
  /** The page has saved what it could, as `window.closing` has asked it to. */
  'window.readyToClose': channel({
    access: 'anyone',
    input: z.object({ isSaved: z.boolean() }),
    output: Nothing,
  }),
  'preferences.get': channel({ access: 'anyone', input: Nothing, output: Preferences }),
  'preferences.set': channel({
    access: 'anyone',
    input: Preferences.partial(),
    output: Preferences,
  }),
};
