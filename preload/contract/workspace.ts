import { z } from 'zod';
import { channel, ROLES, SIGNED_IN } from './channel';
import { ErrorCode } from './errors';
import { Language, Nothing } from './values';

/** NIST SP 800-63B asks for length, not composition; the meter on the page advises on the rest. */
export const MIN_PASSPHRASE_LENGTH = 12;
const MAX_PASSPHRASE_LENGTH = 1_024;

export const WorkspaceStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), folder: z.string() }),
  z.object({ state: z.literal('locked'), name: z.string(), folder: z.string() }),
  z.object({
    state: z.literal('unlocked'),
    name: z.string(),
    folder: z.string(),
    user: z.object({ name: z.string(), role: z.enum(ROLES) }),
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
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const workspaceChannels = {
  'workspace.status': channel({ access: 'anyone', input: Nothing, output: WorkspaceStatus }),
  'workspace.create': channel({
    access: 'anyone',
    input: z.object({
      name: z.string().trim().min(1).max(120),
      passphrase: z.string().min(MIN_PASSPHRASE_LENGTH).max(MAX_PASSPHRASE_LENGTH),
    }),
    output: WorkspaceStatus,
  }),
  'workspace.unlock': channel({
    access: 'anyone',
    input: z.object({ passphrase: z.string().min(1).max(MAX_PASSPHRASE_LENGTH) }),
    output: WorkspaceStatus,
  }),
  'workspace.lock': channel({ access: SIGNED_IN, input: Nothing, output: WorkspaceStatus }),
  'workspace.settings': channel({ access: SIGNED_IN, input: Nothing, output: WorkspaceSettings }),
  'workspace.setStoreData': channel({
    access: [],
    input: z.object({ storeData: z.boolean() }),
    output: WorkspaceSettings,
  }),
  'preferences.get': channel({ access: 'anyone', input: Nothing, output: Preferences }),
  'preferences.set': channel({
    access: 'anyone',
    input: Preferences.partial(),
    output: Preferences,
  }),
};
