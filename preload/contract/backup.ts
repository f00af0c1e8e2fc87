import { z } from 'zod';
import { channel } from './channel';
import type { ErrorCode } from './errors';
import { InstantMs, Nothing } from './values';
import { WorkspaceStatus } from './workspace';

export const BackupView = z.object({
  fileName: z.string(),
  folder: z.string(),
  bytes: z.number().int(),
  createdAt: InstantMs,
});
export type BackupView = z.infer<typeof BackupView>;

export const BackupProgress = z.object({
  phase: z.enum(['copying', 'writing', 'verifying']),
  bytes: z.number().int(),
  /** Zero while it is not known yet. */
  totalBytes: z.number().int(),
});
export type BackupProgress = z.infer<typeof BackupProgress>;

/** Whether the database's pages and indexes agree with each other (SQLite's `quick_check`). */
export const IntegrityVerdict = z.object({ intact: z.boolean(), checkedAt: InstantMs });
export type IntegrityVerdict = z.infer<typeof IntegrityVerdict>;

/** What a restore is the way out of. */
const DAMAGES: readonly ErrorCode[] = [
  'workspace.slots_damaged',
  'workspace.slots_missing',
  'workspace.database_missing',
  'workspace.database_damaged',
  'workspace.unreadable',
];

export function isRestorable(problem: ErrorCode): boolean {
  return DAMAGES.includes(problem);
}

export const backupChannels = {
  'backup.last': channel({ access: [], input: Nothing, output: BackupView.nullable() }),
  /** Asks where, writes a consistent copy while the app is used, verifies it, then names it. */
  'backup.save': channel({
    access: [],
    input: Nothing,
    progress: 'backup.progress',
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), backup: BackupView }),
      z.object({ outcome: z.literal('dismissed') }),
      /** Stopped half-way: nothing is left on disk. */
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  }),
  'backup.cancel': channel({ access: [], input: Nothing, output: Nothing }),
  /** Damage that is found keeps the workspace from being unlocked again until it is restored. */
  'backup.checkIntegrity': channel({ access: [], input: Nothing, output: IntegrityVerdict }),
  /**
   * Asks for a backup file and puts it where there is no workspace, or a damaged one (which is kept
   * beside it under another name). A workspace that works is never replaced.
   */
  'backup.restore': channel({
    access: 'anyone',
    input: Nothing,
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('restored'), status: WorkspaceStatus }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
};
