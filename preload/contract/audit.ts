import { z } from 'zod';
import { channel } from './channel';
import { Days, InstantMs, Nothing } from './values';

/** What the audit log records. `audit.actions.<action>` words it; details never name a participant. */
export const AUDIT_ACTIONS = [
  'workspace.created',
  'workspace.unlocked',
  'workspace.restored',
  'workspace.backed_up',
  'workspace.idle_lock_changed',
  'key.rotated',
  'user.added',
  'user.role_changed',
  'user.disabled',
  'user.enabled',
  'user.removed',
  'user.passphrase_changed',
  'user.passphrase_reset',
  'user.keystore_enabled',
  'user.keystore_disabled',
  'user.recovery_code_made',
  'slots.mismatch',
  'slots.mismatch_dismissed',
  'storage.switched',
  'storage.self_tested',
  'retention.changed',
  'retention.clock_jump_confirmed',
  'retention.clock_jump_changed',
  'hold.requested',
  'hold.approved',
  'hold.ended',
  'rows.swept',
  'rows.deleted',
  'person.erased',
  'person.erased_on_request',
  'person.traces_removed',
  'person.erased_again',
  'erasures.list_refused',
  'request.entered',
  'request.taken_over',
  'request.identified',
  'request.extended',
  'request.file_made',
  'request.answered',
  'request.refused',
  'request.withdrawn',
  'request.address_erased',
  'request.expired',
  'request.settings_changed',
  'file.viewed',
  'file.saved',
  'rows.revealed',
  'data.masking_changed',
  'export.saved',
  'records.changed',
  'records.saved',
  'draw.prepared',
  'draw.drawn',
  'draw.discarded',
  'draw.declined',
  'draw.followed_up',
  'draw.step_taken_back',
  'draw.reply_by_set',
  'draw.letter_changed',
  'draw.record_saved',
  'export.requested',
  'export.released',
  'export.refused',
  'export.withdrawn',
  'export.file_deleted',
  'export.expired',
  'export.settings_changed',
  'appearance.default_changed',
  'kiosk.started',
  'kiosk.ended',
  'experience.published',
  'experience.unpublished',
  'experience.version_restored',
  'experience.archived',
  'experience.unarchived',
  'experience.deleted',
  'experience.exported',
  'experience.imported',
  'legal.created',
  'legal.renamed',
  'legal.published',
  'legal.archived',
  'legal.unarchived',
  'legal.deleted',
  'codes.imported',
  'codes.renamed',
  'codes.deleted',
  'audit.exported',
  'audit.retention_changed',
  'audit.pruned',
] as const;
export const AuditAction = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type AuditDetails = z.infer<typeof AuditDetails>;

/** As lenient as the log is when somebody has tampered with it: that is when it has to be seen. */
export const AuditEntry = z.object({
  seq: z.number().int(),
  at: z.number(),
  /** The acting user; `system` for what happens by itself. */
  user: z.string(),
  /** An {@link AuditAction}, unless the entry was altered or a newer version wrote it. */
  action: z.string(),
  details: AuditDetails,
  /** SHA-256, hex, over the entry and the hash before it. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditVerdict = z.discriminatedUnion('intact', [
  /** `head` is the newest hash: noted elsewhere, it shows later whether the log was rewritten. */
  z.object({ intact: z.literal(true), entries: z.number().int(), head: z.string() }),
  z.object({
    intact: z.literal(false),
    /** The first entry that does not fit; null when the end of the log is missing. */
    seq: z.number().int().nullable(),
    /** `added`: an entry that the log did not write itself. */
    problem: z.enum(['altered', 'missing', 'added', 'end_missing']),
  }),
]);
export type AuditVerdict = z.infer<typeof AuditVerdict>;

const AuditFilter = z.object({
  action: AuditAction.optional(),
  user: z.string().max(120).optional(),
  fromMs: InstantMs.optional(),
  toMs: InstantMs.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** At least a month, so that nobody makes the log forget what they have just done. */
export const AuditDays = Days.min(30).max(3_650);

const AUDITORS = ['auditor'] as const;

export const auditChannels = {
  /** Newest first; `before` is the last seq of the page above. */
  'audit.page': channel({
    access: AUDITORS,
    input: AuditFilter.extend({
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ entries: z.array(AuditEntry), next: z.number().int().optional() }),
  }),
  /** Who has acted so far, for the filter. */
  'audit.users': channel({ access: AUDITORS, input: Nothing, output: z.array(z.string()) }),
  /** Puts the newest hash, as last verified, into the clipboard. */
  'audit.copyHead': channel({ access: AUDITORS, input: Nothing, output: Nothing }),
  'audit.verify': channel({ access: AUDITORS, input: Nothing, output: AuditVerdict }),
  /** Saves the filtered log as CSV through the file dialog; it holds no personal data of participants. */
  'audit.export': channel({
    access: AUDITORS,
    input: AuditFilter,
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string(), entries: z.number().int() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
};
