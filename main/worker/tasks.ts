import type {
  AuditEntry,
  AuditFilter,
  AuditVerdict,
  BackupProgress,
  BackupView,
  CalendarDay,
  CodePool,
  CodesProgress,
  DrawableGiveaway,
  DrawView,
  ErasurePreview,
  ErrorCode,
  ErrorParams,
  ExportScope,
  FilterChoices,
  FunnelStep,
  Graph,
  LegalHold,
  ModuleRowCounts,
  ParsedInput,
  ParticipationDay,
  PersonSummary,
  PreviewRows,
  Problem,
  ProblemCounts,
  RelatedRows,
  RetentionPolicyView,
  RetentionRule,
  RowView,
  RuleImpact,
  StoredGiveaway,
  StoredRows,
  SweepReport,
  TableName,
  TableStorage,
  TimelinePage,
  VersionSummary,
} from '../../preload/contract';

import type { AuditPageRequest } from '../audit/audit-entries';
import type { Actor } from '../audit/audit-log';
import type { PlayedTurn } from '../chat/play-turn';
import type { UploadTurn } from '../chat/sessions';
import type { StagedCodes } from '../codes/stage-codes';
import type { FunnelRequest } from '../dashboard/funnel';
import type { ListRequest } from '../data/row-list';
import type { Preparation } from '../draw/prepare-draw';
import type { Run } from '../draw/run-draw';
import type { ExperienceExport } from '../experiences/export-file';
import type { ReadFile } from '../experiences/import-file';
import type { Edition } from '../experiences/neighbours';
import type { Removal } from '../experiences/remove-experience';
import type { ExportedFile, ExportRequest } from '../export/export-tables';
import type { ReportedProgress } from '../export/progress';
import type { StoredFile } from '../files/stored-file';
import type { AccessRequest } from '../privacy/access-zip';
import type { Deletion, DeletionRequest } from '../retention/deletions';
import type { RuleChange } from '../retention/rules-change';

/** What the worker can do: each task's input, progress and result. */
export interface Tasks {
  sweep: { input: { actor: Actor; nowMs: number }; progress: never; result: SweepReport };
  /** Refused with `data.count_changed` when there are more live rows than the user agreed to. */
  deleteAll: {
    input: DeletionRequest & { actor: Actor; nowMs: number };
    progress: { deleted: number; total: number };
    result: Deletion;
  };
  previewRows: { input: { nowMs: number }; progress: never; result: PreviewRows };
  /** Refused with `data.count_changed` when there are more live rows than the user agreed to. */
  deletePreviewRows: {
    input: { actor: Actor; confirmedRows: number; nowMs: number };
    progress: never;
    result: Deletion;
  };
  policyView: { input: { nowMs: number }; progress: never; result: RetentionPolicyView };
  ruleImpact: {
    input: { rule: RetentionRule; nowMs: number };
    progress: never;
    result: RuleImpact;
  };
  /** Refused with `retention.affected_changed`; results in the tables whose rows expire sooner. */
  setRule: {
    input: RuleChange & { actor: Actor; nowMs: number };
    progress: never;
    result: TableName[];
  };
  calendar: { input: { days: number; nowMs: number }; progress: never; result: CalendarDay[] };
  participationDays: {
    input: { days: number; nowMs: number };
    progress: never;
    result: ParticipationDay[];
  };
  funnel: { input: FunnelRequest & { nowMs: number }; progress: never; result: FunnelStep[] };
  tableStorage: { input: { nowMs: number }; progress: never; result: TableStorage[] };
  holds: { input: { nowMs: number }; progress: never; result: LegalHold[] };
  giveaways: { input: null; progress: never; result: StoredGiveaway[] };
  /** Results in the ids of rows, in order; the first of them are the progress. */
  listRows: { input: ListRequest; progress: Float64Array; result: Float64Array };
  /** What else the conversation of a row has left. */
  relatedRows: {
    input: { table: TableName; row: RowView; nowMs: number };
    progress: never;
    result: RelatedRows[];
  };
  filterChoices: { input: { table: TableName }; progress: never; result: FilterChoices };
  /** Live rows of each table. */
  tableRows: { input: { nowMs: number }; progress: never; result: Record<TableName, number> };
  /** How many rows each module of an experience has in each table. */
  moduleRows: {
    input: { experienceId: string; nowMs: number };
    progress: never;
    result: ModuleRowCounts;
  };
  draftProblems: {
    input: { experience: { id: string | null; graph: Graph }; edition: Edition };
    progress: never;
    result: Problem[];
  };
  /** Checks the draft first, which takes seconds for the largest. */
  publish: {
    input: { request: ParsedInput<'versions.publish'>; actor: Actor; nowMs: number };
    progress: never;
    result: VersionSummary;
  };
  problemCounts: { input: null; progress: never; result: Record<string, ProblemCounts> };
  experienceRows: {
    input: { experienceId: string; nowMs: number };
    progress: never;
    result: StoredRows;
  };
  /** Results in the new experience's id. */
  duplicateExperience: {
    input: { experienceId: string; name: string; nowMs: number };
    progress: never;
    result: string;
  };
  /** Refused with `data.count_changed` when there are more live rows than the user agreed to. */
  deleteExperience: {
    input: Removal & { actor: Actor; nowMs: number };
    progress: never;
    result: Deletion;
  };
  exportExperience: {
    input: ExperienceExport & { actor: Actor; nowMs: number };
    progress: never;
    result: null;
  };
  /** Reads and checks a file that nobody vouches for. */
  codePools: { input: null; progress: never; result: CodePool[] };
  /** Reads codes into the database, hidden until their pool includes them. */
  stageCodes: {
    input: { file: string; poolId: string };
    progress: CodesProgress;
    result: StagedCodes;
  };
  removeLeftoverCodes: { input: null; progress: never; result: null };
  deleteCodePool: {
    input: { actor: Actor; poolId: string; confirmedExperiences: number; nowMs: number };
    progress: never;
    result: null;
  };
  readExperienceFile: { input: { file: string }; progress: never; result: ReadFile };
  /** Writes the database under another key, with an entry in its audit log that says so. */
  copyUnderKey: {
    input: { actor: Actor; copy: string; newKey: Uint8Array; nowMs: number };
    progress: never;
    result: null;
  };
  /** Leaves nothing of deleted rows on the disk. */
  scrub: { input: { nowMs: number }; progress: never; result: null };
  /** With dates it reads the times of all entries, since clocks are set back: 0.3 s for a million. */
  auditPage: { input: AuditPageRequest; progress: never; result: AuditEntry[] };
  verifyAudit: { input: null; progress: never; result: AuditVerdict };
  /** Results in the number of entries. */
  exportAudit: {
    input: { filter: AuditFilter; file: string; actor: Actor; nowMs: number };
    progress: never;
    result: number;
  };
  backup: {
    input: { file: string; slotFile: string; appVersion: string; actor: Actor; nowMs: number };
    progress: BackupProgress;
    result: BackupView;
  };
  drawableGiveaways: { input: null; progress: never; result: DrawableGiveaway[] };
  prepareDraw: { input: Preparation; progress: never; result: DrawView };
  runDraw: { input: Run; progress: never; result: DrawView };
  saveDrawRecord: {
    input: { id: string; file: string; actor: Actor; nowMs: number };
    progress: never;
    result: null;
  };
  /** Plays a turn whose answer is a file: its content is checked, encrypted and written. */
  playUpload: { input: UploadTurn & { trustedMs: number }; progress: never; result: PlayedTurn };
  viewFile: {
    input: { id: number; actor: Actor; nowMs: number };
    progress: never;
    result: StoredFile;
  };
  saveFile: {
    input: { id: number; file: string; actor: Actor; nowMs: number };
    progress: never;
    result: null;
  };
  /** Whether the database's pages are sound. */
  checkIntegrity: { input: null; progress: never; result: boolean };
  export: {
    input: Omit<ExportRequest, 'signal' | 'report'>;
    progress: ReportedProgress;
    result: ExportedFile;
  };
  exportPerson: {
    input: Omit<AccessRequest, 'signal' | 'report'>;
    progress: ReportedProgress;
    result: ExportedFile;
  };
  suggestPeople: {
    input: { prefix: string; limit: number; nowMs: number };
    progress: never;
    result: string[];
  };
  summarisePerson: {
    input: { email: string; nowMs: number };
    progress: never;
    result: PersonSummary;
  };
  timeline: {
    input: ParsedInput<'privacy.timeline'> & { nowMs: number };
    progress: never;
    result: TimelinePage;
  };
  previewErasure: {
    input: { email: string; nowMs: number };
    progress: never;
    result: ErasurePreview;
  };
  /** Results in the number of its entry in the audit log. */
  erasePerson: {
    input: { email: string; actor: Actor; nowMs: number };
    progress: never;
    result: number;
  };
  countExport: {
    input: { scope: Pick<ExportScope, 'tables' | 'filter'>; nowMs: number };
    progress: never;
    result: { collected: number; preview: number };
  };
}
export type TaskName = keyof Tasks;

/** What the worker gets once, when it starts: its own connection's file and key. */
export interface WorkerStart {
  readonly databaseFile: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
}

export type ToWorker =
  | { kind: 'run'; id: number; task: TaskName; input: Tasks[TaskName]['input'] }
  | { kind: 'abort'; id: number }
  /** Abort everything, tidy up and exit. */
  | { kind: 'stop' };

export type FromWorker =
  | { kind: 'progress'; id: number; progress: Tasks[TaskName]['progress'] }
  | { kind: 'done'; id: number; result: Tasks[TaskName]['result'] }
  | { kind: 'failed'; id: number; error: WorkerError };

/** Classes do not survive the way between threads: a known failure keeps its code, others their text. */
export type WorkerError =
  | { code: ErrorCode; params: ErrorParams }
  | { code: 'aborted' }
  | { code: 'unknown'; text: string };
