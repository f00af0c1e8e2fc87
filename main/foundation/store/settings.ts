import { z } from 'zod';
import {
  Appearance,
  BackupView,
  Deletion,
  InstantMs,
  MaskingRule,
  type RecordDetails,
  ROLES,
  SlotsWarning,
  SweepReport,
} from '../../../preload/contract';
import type { Store } from './database';
import { StoredRecordDetails } from './record-details';

/** What the workspace remembers about itself. */
interface Settings {
  last_sweep: SweepReport | null;
  last_backup: BackupView | null;
  /** When the backup was made that this database was restored from, until that is settled. */
  backup_of: number | null;
  /** The newest entry of the audit log, so that a missing end is noticed. */
  audit_head: ChainLink;
  /** The newest entry that the audit log's own retention has removed. */
  audit_anchor: ChainLink;
  audit_retention_days: number;
  idle_lock_minutes: number | null;
  masking_rule: MaskingRule;
  /** The newest slot file, as far as this database knows; null before one was noted. */
  slots_state: SlotState | null;
  /** Which of the two was found to be older than the other, until an admin has seen to it. */
  slots_warning: SlotsWarning | null;
  /** The latest time seen: a clock set back does not prolong a row's life. */
  clock_last_seen: number;
  /** Paths of files that are being written outside the workspace. */
  unfinished_files: string[];
  /** Within how many days the file of an export is to be deleted. */
  export_delete_days: number;
  /** If a user exports more rows within the period, a second one has to release them. */
  export_release_rows: number | null;
  /** The period of it. */
  export_period_hours: number;
  /** As many requests for access may one user answer within the period. */
  export_accesses: number;
  /** How long the register remembers a saved export. */
  export_register_days: number;
  /** How long a closed request of a person is kept. */
  request_days: number;
  /** The longest that it was before it was shortened: a backup may have requests that long. */
  longest_request_days: number;
  /** What a lock had no time to delete. */
  deletions_left: LeftDeletion[];
  /** Pools of codes of which some may be in the database without being part of it. */
  leftover_codes: string[];
  /** How far ahead the clock may jump before a sweep asks. */
  clock_jump_days: number;
  /** Where a clock that has jumped ahead was first seen, until that is confirmed or undone. */
  clock_jumped_to: number | null;
  /** How often traces of deleted rows were to be removed, and up to which time they are. */
  scrub: { asked: number; done: number };
  /** When users' places were forgotten last, since a person was erased. */
  places_forgotten: number;
  /** What the records of processing say beside what the flows say. */
  record_details: RecordDetails;
  /** How chats look whose experience says nothing of it. */
  default_appearance: Appearance;
}

const Revision = z.number().int().nonnegative();
const SlotState = z.object({
  revision: Revision,
  mac: z.string(),
  /** The highest revision that may have been written without being noted. */
  expected: Revision,
});
export type SlotState = z.infer<typeof SlotState>;

const LeftDeletion = z.object({
  /** Who had asked for it. */
  by: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  deletion: Deletion,
});
export type LeftDeletion = z.infer<typeof LeftDeletion>;

const ChainLink = z.object({ seq: z.number().int(), hash: z.string() });
type ChainLink = z.infer<typeof ChainLink>;

/** SHA-256 of nothing begins the chain. */
const CHAIN_START: ChainLink = {
  seq: 0,
  hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

/** Each with the value that holds until one is set. */
const schemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  last_sweep: SweepReport.nullable().default(null),
  last_backup: BackupView.nullable().default(null),
  backup_of: InstantMs.nullable().default(null),
  audit_head: ChainLink.default(CHAIN_START),
  audit_anchor: ChainLink.default(CHAIN_START),
  audit_retention_days: z.number().int().positive().default(730),
  idle_lock_minutes: z.number().int().positive().nullable().default(10),
  masking_rule: MaskingRule.default('viewers'),
  slots_state: SlotState.nullable().default(null),
  slots_warning: SlotsWarning.nullable().default(null),
  clock_last_seen: InstantMs.default(0),
  unfinished_files: z.array(z.string()).default([]),
  export_delete_days: z.number().int().positive().default(7),
  export_release_rows: z.number().int().positive().nullable().default(null),
  export_period_hours: z.number().int().positive().default(24),
  export_accesses: z.number().int().positive().default(10),
  export_register_days: z.number().int().positive().default(1_095),
  request_days: z.number().int().positive().default(1_095),
  longest_request_days: z.number().int().nonnegative().default(0),
  deletions_left: z.array(LeftDeletion).default([]),
  leftover_codes: z.array(z.string()).default([]),
  clock_jump_days: z.number().int().positive().default(30),
  clock_jumped_to: InstantMs.nullable().default(null),
  scrub: z
    .object({ asked: z.number().int(), done: z.number().int() })
    .default({ asked: 0, done: 0 }),
  record_details: StoredRecordDetails,
  places_forgotten: InstantMs.default(0),
  default_appearance: Appearance.prefault({}),
};

export async function readSetting<K extends keyof Settings>(
  store: Store,
  key: K,
): Promise<Settings[K]> {
  const row = await store
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return schemas[key].parse(row === undefined ? undefined : JSON.parse(row.value));
}

export async function writeSetting<K extends keyof Settings>(
  store: Store,
  key: K,
  value: Settings[K],
): Promise<void> {
  const text = JSON.stringify(value);
  await store
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
