import { z } from 'zod';
import { AuditEntry } from './audit';
import { channel, SIGNED_IN } from './channel';
import { TableName } from './tables';
import { Days, Id, InstantMs, Nothing } from './values';

/** Counts only: what a sweep removed, never whose. */
export const SweepReport = z.object({
  at: InstantMs,
  removed: z.partialRecord(TableName, z.number().int()),
  /** False: stopped on the way; the rest is left for the next one. */
  complete: z.boolean(),
});
export type SweepReport = z.infer<typeof SweepReport>;

export const RetentionStatus = z.object({
  /** The time that everything goes by. */
  nowMs: InstantMs,
  lastSweep: SweepReport.nullable(),
  /** Time between two sweeps of the timer. */
  intervalMinutes: z.number().int(),
  /** The clock jumped ahead by so many days since the last use: nothing is deleted until confirmed. */
  clockJumpDays: z.number().int().nullable(),
  isSweeping: z.boolean(),
  /** Rows are deleted whose traces are still on the disk: a scrub runs, or failed and will follow. */
  scrubDue: z.boolean(),
});
export type RetentionStatus = z.infer<typeof RetentionStatus>;

/**
 * One rule of the policy. Without module and table it is the workspace's, with a table the table's,
 * with a module the module's, with both it is for what that module writes to that table. Every rule
 * that applies has to be on; the smallest of all days counts. Only the days for both may be more than
 * the module declares, and never more than those of the other rules.
 */
export const RetentionRule = z
  .object({
    moduleId: Id.nullable(),
    table: TableName.nullable(),
    enabled: z.boolean(),
    /** Null: no limit of its own. The workspace's is never null. */
    days: Days.nullable(),
  })
  .refine(({ moduleId, table, days }) => moduleId !== null || table !== null || days !== null);
export type RetentionRule = z.infer<typeof RetentionRule>;

/** Whose rule decides; a rule for one table of one module counts as the module's. */
export const PolicyLevel = z.enum(['workspace', 'table', 'module']);
export type PolicyLevel = z.infer<typeof PolicyLevel>;

/** What becomes of one table of one module under the policy, for the screen that shows all of it. */
export const EffectiveRule = z.object({
  experienceId: Id,
  experienceName: z.string(),
  moduleId: Id,
  moduleType: z.string(),
  /** What its authors call it; null where they do not, and it goes by its kind. */
  moduleName: z.string().nullable(),
  table: TableName,
  declaredDays: Days,
  days: Days,
  /** Whose maximum is below what the module would keep. */
  cappedBy: PolicyLevel.nullable(),
  /** Where storing is switched off; null while it is on. */
  offBy: PolicyLevel.nullable(),
  rows: z.number().int(),
});
export type EffectiveRule = z.infer<typeof EffectiveRule>;

/** What a table holds, rows of modules included that no experience has any more. */
export const TableContents = z.object({
  table: TableName,
  /** Whose time has not run out. */
  rows: z.number().int(),
  /** Those among them that a legal hold in force keeps, whatever their time says. */
  held: z.number().int(),
  /** Past their time, and there only because a legal hold keeps them. */
  heldPast: z.number().int(),
  /** When the time of the first and of the last row runs out that no hold keeps; null without any. */
  firstExpiryMs: InstantMs.nullable(),
  lastExpiryMs: InstantMs.nullable(),
});
export type TableContents = z.infer<typeof TableContents>;

export const RetentionPolicyView = z.object({
  /** The time by which rows were counted. */
  nowMs: InstantMs,
  rules: z.array(RetentionRule),
  tables: z.array(TableContents),
  effective: z.array(EffectiveRule),
});
export type RetentionPolicyView = z.infer<typeof RetentionPolicyView>;

/** Stored rows that a change would make expire sooner; some of them at once. */
export const RuleImpact = z.object({ affected: z.number().int(), expiringNow: z.number().int() });
export type RuleImpact = z.infer<typeof RuleImpact>;

export const HoldSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), email: z.string().trim().min(3).max(1_000) }),
  z.object({ kind: z.literal('giveaway'), giveawayId: Id, name: z.string().max(200) }),
]);
export type HoldSubject = z.infer<typeof HoldSubject>;

export const StoredGiveaway = z.object({
  giveawayId: Id,
  name: z.string(),
  experienceName: z.string(),
});
export type StoredGiveaway = z.infer<typeof StoredGiveaway>;

export const LegalHold = z.object({
  id: Id,
  subject: HoldSubject,
  reason: z.string(),
  untilMs: InstantMs,
  requestedById: Id,
  requestedBy: z.string(),
  requestedAt: InstantMs,
  /** Null: not in force until a second user approves. */
  approvedBy: z.string().nullable(),
  /** Stored rows that it is about, and how many of them would be gone without it. */
  rows: z.number().int(),
  rowsPastExpiry: z.number().int(),
});
export type LegalHold = z.infer<typeof LegalHold>;

export const CalendarDay = z.object({
  /** ISO 8601 date in the local time zone. */
  day: z.string(),
  table: TableName,
  rows: z.number().int(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A total that survives its rows. Null: a group under ten people, suppressed. */
export const DailyTotal = z.object({
  day: z.string(),
  experienceName: z.string(),
  moduleId: Id,
  /** Null: the experience no longer has the module. */
  moduleType: z.string().nullable(),
  /** What its authors call it; null where they do not, and it goes by its kind. */
  moduleName: z.string().nullable(),
  table: TableName,
  rows: z.number().int().nullable(),
});
export type DailyTotal = z.infer<typeof DailyTotal>;

/** Ten years, and the day that ends them: who needs a hold for longer asks for another one before. */
const LONGEST_HOLD_DAYS = 3_654;

/** The latest end of a hold that is asked for now. */
export const latestHoldEnd = (nowMs: number): number => nowMs + LONGEST_HOLD_DAYS * 86_400_000;

const POLICY_READERS = ['editor', 'steward', 'auditor'] as const;
const HOLDERS = ['steward'] as const;

export const retentionChannels = {
  'retention.status': channel({ access: SIGNED_IN, input: Nothing, output: RetentionStatus }),
  'retention.sweep': channel({ access: ['steward'], input: Nothing, output: SweepReport }),
  'retention.cancelSweep': channel({ access: ['steward'], input: Nothing, output: Nothing }),
  /** The date is right although it is far ahead of the last one seen: sweep as usual again. */
  'retention.confirmClock': channel({ access: [], input: Nothing, output: RetentionStatus }),
  /** The bare rules, for who works out the rest (`effectiveDays`). */
  'retention.rules': channel({
    access: POLICY_READERS,
    input: Nothing,
    output: z.array(RetentionRule),
  }),
  'retention.policy': channel({
    access: POLICY_READERS,
    input: Nothing,
    output: RetentionPolicyView,
  }),
  'retention.impact': channel({ access: [], input: RetentionRule, output: RuleImpact }),
  /** Sets the rule and applies it to stored rows, in one transaction; refused when more rows are affected than agreed to. */
  'retention.setRule': channel({
    access: [],
    input: z.object({ rule: RetentionRule, confirmedRows: z.number().int().nonnegative() }),
    output: RetentionPolicyView,
  }),
  /** Rows that a legal hold in force keeps are left out: they stay beyond the day. */
  'retention.calendar': channel({
    access: POLICY_READERS,
    input: z.object({ days: z.number().int().min(1).max(1_100) }),
    output: z.array(CalendarDay),
  }),
  'retention.totals': channel({
    access: POLICY_READERS,
    input: Nothing,
    output: z.array(DailyTotal),
  }),
  /** What sweeps and users deleted, newest first: entries of the audit log, without personal data. */
  'retention.receipts': channel({
    access: POLICY_READERS,
    input: Nothing,
    output: z.array(AuditEntry),
  }),
  'holds.list': channel({
    access: ['steward', 'viewer'],
    input: Nothing,
    output: z.array(LegalHold),
  }),
  /** Giveaways that stored rows are about, to choose from. */
  'holds.giveaways': channel({
    access: HOLDERS,
    input: Nothing,
    output: z.array(StoredGiveaway),
  }),
  /** Refused with `hold.end_passed` and, beyond {@link latestHoldEnd}, with `hold.end_too_late`. */
  'holds.request': channel({
    access: HOLDERS,
    input: z.object({
      subject: HoldSubject,
      reason: z.string().trim().min(3).max(1_000),
      untilMs: InstantMs,
    }),
    output: z.array(LegalHold),
  }),
  /** Refused with `hold.same_user` for who requested it. */
  'holds.approve': channel({
    access: HOLDERS,
    input: z.object({ id: Id }),
    output: z.array(LegalHold),
  }),
  'holds.end': channel({
    access: HOLDERS,
    input: z.object({ id: Id }),
    output: z.array(LegalHold),
  }),
};
