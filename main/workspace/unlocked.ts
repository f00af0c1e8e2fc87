import { dirname } from 'node:path';
import {
  AppError,
  type EventName,
  type Events,
  type Graph,
  type Language,
  type ModuleRowCounts,
  type ParsedInput,
  type PreviewRows,
  type Problem,
  type StorageSelfTest,
  TABLE_NAMES,
  type TableName,
  type VersionSummary,
  type WorkspaceSettings,
} from '../../preload/contract';
import { AuditDesk } from '../audit/audit-desk';
import { recordAudit } from '../audit/audit-log';
import { BackupDesk } from '../backup/backup-desk';
import { settleRestored } from '../backup/settle-restored';
import { Sessions } from '../chat/sessions';
import { CodeDesk } from '../codes/code-desk';
import { Dashboard } from '../dashboard/dashboard';
import { DataDesk } from '../data/data-desk';
import { Masking } from '../data/masking';
import { SavedViews } from '../data/saved-views';
import { DrawDesk } from '../draw/draw-desk';
import { Library } from '../experiences/library';
import { ModuleClipboard } from '../experiences/module-clipboard';
import { type Edition, libraryFor } from '../experiences/neighbours';
import { Versions } from '../experiences/versions';
import { ExportRegister } from '../export/export-register';
import { Exports } from '../export/exports';
import { removeUnfinished } from '../export/unfinished-files';
import { FileDesk } from '../files/file-desk';
import { Kiosk } from '../kiosk/kiosk';
import { moduleOf } from '../modules';
import { PrivacyDesk } from '../privacy/privacy-desk';
import { RecordDesk } from '../records/record-desk';
import { Clock } from '../retention/clock';
import type { Deletion } from '../retention/deletions';
import { PolicyDesk } from '../retention/policy-desk';
import { Retention } from '../retention/retention';
import { readWorkspaceRule } from '../retention/rules';
import { turnPorts } from '../retention/turn-ports';
import { storageSelfTest } from '../self-test/storage-self-test';
import { Experiences } from '../store/experiences';
import { readSetting, writeSetting } from '../store/settings';
import { WorkerLanes } from '../worker/lanes';
import type { Keystore } from './keystore';
import { MyAccess } from './my-access';
import { UserAdmin } from './user-admin';
import { UserDirectory } from './user-directory';
import type { StoredUser } from './users';
import type { OpenedWorkspace } from './workspace-folder';

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

/** What the services of an unlocked workspace need from the world around them. */
export interface Surroundings {
  readonly workerScript: string;
  readonly nativeBinding: string | undefined;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  readonly openLink: (url: string) => Promise<void>;
  /** Asks where to save; what kind of file it is, its ending says. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Asks for the file of an experience to import; null when the dialog is dismissed. */
  readonly chooseExperience: () => Promise<string | null>;
  /** Prints an HTML document as PDF. */
  readonly printPdf: (html: string) => Promise<Uint8Array>;
  /** Asks for a CSV file of codes to import; null when the dialog is dismissed. */
  readonly chooseCodes: () => Promise<string | null>;
  readonly appVersion: string;
  readonly clipboard: {
    copySecret(text: string): Promise<void>;
    /** Clears it at once if it still holds the secret, and forgets that. */
    clearSecret(): Promise<void>;
    copyText(text: string): Promise<void>;
    readText(): Promise<string>;
  };
  readonly keystore: Keystore;
  readonly emit: Emit;
  readonly logFailure: (error: unknown) => void;
}

/** All that exists only while the workspace is unlocked, and is gone when it is locked. */
export class Unlocked {
  readonly name: string;
  readonly users: UserAdmin;
  readonly access: MyAccess;
  readonly audit: AuditDesk;
  readonly draws: DrawDesk;
  readonly records: RecordDesk;
  readonly files: FileDesk;
  readonly backups: BackupDesk;
  readonly copySecret: (text: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  readonly dashboard: Dashboard;
  readonly data: DataDesk;
  readonly masking: Masking;
  readonly views: SavedViews;
  readonly experiences: Experiences;
  readonly versions: Versions;
  readonly library: Library;
  readonly moduleClipboard: ModuleClipboard;
  readonly codes: CodeDesk;
  readonly sessions: Sessions;
  readonly kiosk: Kiosk;
  readonly exports: Exports;
  readonly exportRegister: ExportRegister;
  readonly privacy: PrivacyDesk;
  readonly retention: Retention;
  readonly policy: PolicyDesk;
  readonly emit: Emit;
  readonly nowMs: () => number;
  readonly #opened: OpenedWorkspace;
  readonly #worker: WorkerLanes;
  readonly #clock: Clock;
  readonly #timeZone: () => string;
  readonly #logFailure: (error: unknown) => void;
  readonly #directory: UserDirectory;
  readonly #clearSecret: () => Promise<void>;
  #isClosed = false;

  constructor(opened: OpenedWorkspace, surroundings: Surroundings) {
    const { store, databaseFile, key } = opened;
    const { emit, workerScript, nativeBinding, keystore, clipboard } = surroundings;
    this.#clock = new Clock(opened.clockMemory, {
      systemNowMs: surroundings.nowMs,
      elapsedMs: () => performance.now(),
    });
    const nowMs = (): number => this.#clock.nowMs();
    const trustedMs = (): number => this.#clock.trustedMs();
    const deletionMs = (): number => this.#clock.deletionMs();
    this.#opened = opened;
    this.#timeZone = surroundings.timeZone;
    this.#logFailure = surroundings.logFailure;
    this.#worker = new WorkerLanes(workerScript, { databaseFile, key, nativeBinding });
    this.name = opened.name;
    this.copySecret = clipboard.copySecret;
    this.#clearSecret = clipboard.clearSecret;
    this.copyText = clipboard.copyText;
    this.#directory = new UserDirectory({ ...opened, nowMs });
    this.users = new UserAdmin(this.#directory, nowMs);
    this.access = new MyAccess(this.#directory, keystore);
    this.emit = emit;
    this.nowMs = nowMs;
    this.experiences = new Experiences(store);
    this.masking = new Masking({ store, nowMs, user: () => this.user });
    this.views = new SavedViews({ store, nowMs, userId: () => this.user.id });
    this.versions = new Versions({
      store,
      nowMs,
      actor: () => this.user,
    });
    this.library = this.#createLibrary(surroundings);
    this.moduleClipboard = new ModuleClipboard(clipboard);
    this.codes = new CodeDesk({
      ...surroundings,
      store,
      worker: this.#worker,
      nowMs,
      actor: () => this.user,
      onProgress: (progress) => emit('codes.progress', progress),
    });
    this.sessions = new Sessions({
      ...surroundings,
      ...turnPorts(store, {
        trustedMs,
        onErased: () => {
          emit('data.changed', { tables: [...TABLE_NAMES] });
          void this.retention.scrub();
        },
      }),
      nowMs,
      registry: moduleOf,
      playUpload: (turn, content) => {
        const input = { ...turn, trustedMs: trustedMs() };
        return this.#worker.run('playUpload', input, { transfer: [content] });
      },
    });
    const onExportsChanged = () => emit('exports.changed', {});
    this.exportRegister = new ExportRegister({ store, nowMs, onChanged: onExportsChanged });
    this.kiosk = new Kiosk({ store, sessions: this.sessions, nowMs, actor: () => this.user });
    this.exports = new Exports({
      ...surroundings,
      store,
      nowMs,
      worker: this.#worker,
      user: () => this.user,
      onProgress: (progress) => emit('export.progress', progress),
      onChanged: onExportsChanged,
    });
    this.retention = this.#createRetention();
    const common = { ...surroundings, store, worker: this.#worker, nowMs, deletionMs };
    this.dashboard = new Dashboard(common);
    this.data = new DataDesk({
      ...common,
      masking: this.masking,
      user: () => this.user,
      onListed: (listed) => emit('data.listed', listed),
      onDeleting: (progress) => emit('data.deleting', progress),
      onChanged: (table) => emit('data.changed', { tables: [table] }),
      scrub: () => this.retention.scrub(),
    });
    this.privacy = new PrivacyDesk({
      ...common,
      masking: this.masking,
      onErased: () => emit('data.changed', { tables: [...TABLE_NAMES] }),
      scrub: () => this.retention.scrub(),
    });
    this.audit = new AuditDesk(common, opened.auditIntact);
    this.draws = new DrawDesk({ ...common, masking: this.masking });
    this.files = new FileDesk(common);
    this.records = new RecordDesk({ ...common, workspaceName: opened.name });
    this.backups = new BackupDesk({
      ...common,
      workspaceName: opened.name,
      databaseFile,
      onProgress: (progress) => emit('backup.progress', progress),
    });
    this.policy = new PolicyDesk({
      store,
      masking: this.masking,
      worker: this.#worker,
      // Neither rules nor holds pass over what lives by the right time.
      nowMs: trustedMs,
      onShortened: (tables) => {
        emit('data.changed', { tables });
        this.retention.sweepSoon();
      },
    });
  }

  /**
   * To be called before anyone works with it.
   *
   * @param isSuspect whether its pages have to be checked first.
   * @throws AppError `workspace.database_damaged`
   */
  async prepare(isSuspect: boolean): Promise<void> {
    if (isSuspect && !(await this.backups.checkIntegrity()).intact) {
      throw new AppError('workspace.database_damaged');
    }
    const { store, databaseFile } = this.#opened;
    await removeUnfinished(store);
    this.codes.tidy().catch(this.#logFailure);
    const { user, retention } = this;
    const folder = dirname(databaseFile);
    await settleRestored({ folder, store, user, retention, nowMs: this.nowMs() });
  }

  /** Who has unlocked it, with the present role. */
  get user(): StoredUser {
    return this.#directory.me;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async settings(): Promise<WorkspaceSettings> {
    const { store } = this.#opened;
    const { enabled, days } = await readWorkspaceRule(store);
    return {
      storeData: enabled,
      maxRetentionDays: days,
      idleLockMinutes: await readSetting(store, 'idle_lock_minutes'),
      auditRetentionDays: await readSetting(store, 'audit_retention_days'),
      clockJumpDays: await readSetting(store, 'clock_jump_days'),
    };
  }

  /** What is wrong with a draft, under the rules of this workspace. */
  problemsOf(id: string, graph: Graph): Promise<Problem[]> {
    return this.#worker.run('draftProblems', { experience: { id, graph }, edition: 'draft' });
  }

  /** @throws AppError as `Versions.publish` */
  publish(request: ParsedInput<'versions.publish'>): Promise<VersionSummary> {
    const { name } = this.user;
    return this.#worker.run('publish', { request, actor: { name }, nowMs: this.nowMs() });
  }

  /** The experiences that a chat with this graph can call. */
  libraryFor(graph: Graph, edition: Edition): Promise<ReadonlyMap<string, Graph>> {
    return libraryFor(this.#opened.store, graph, edition);
  }

  async setIdleLock(minutes: number | null): Promise<WorkspaceSettings> {
    await this.#opened.store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'idle_lock_minutes', minutes);
      const details = { minutes: minutes ?? 'never' };
      const action = 'workspace.idle_lock_changed';
      await recordAudit(transaction, this.user, this.nowMs(), action, details);
    });
    return this.settings();
  }

  async setClockJump(days: number): Promise<WorkspaceSettings> {
    await this.#opened.store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'clock_jump_days', days);
      const action = 'retention.clock_jump_changed';
      await recordAudit(transaction, this.user, this.nowMs(), action, { days });
    });
    this.#clock.maxJumpDays = days;
    return this.settings();
  }

  async setStoreData(storeData: boolean): Promise<WorkspaceSettings> {
    const { days } = await readWorkspaceRule(this.#opened.store);
    const rule = { moduleId: null, table: null, enabled: storeData, days };
    await this.policy.setRule(this.user, { rule, confirmedRows: 0 });
    return this.settings();
  }

  /** @throws AppError `storage.is_switched_on` */
  selfTest(language: Language): Promise<StorageSelfTest> {
    const { nowMs } = this;
    const ports = { ...this.#opened, worker: this.#worker, nowMs, timeZone: this.#timeZone };
    return storageSelfTest(ports, this.user, language);
  }

  moduleRows(experienceId: string): Promise<ModuleRowCounts> {
    return this.#worker.run('moduleRows', { experienceId, nowMs: this.nowMs() });
  }

  previewRows(): Promise<PreviewRows> {
    return this.#worker.run('previewRows', { nowMs: this.nowMs() });
  }

  /** @throws AppError `data.count_changed`, `retention.clock_ahead` */
  async deletePreviewRows(confirmedRows: number): Promise<Deletion> {
    const { name } = this.user;
    const request = { actor: { name }, confirmedRows, nowMs: this.#clock.deletionMs() };
    const deletion = await this.#worker.run('deletePreviewRows', request);
    this.emit('data.changed', { tables: [...TABLE_NAMES] });
    await this.retention.scrub();
    return deletion;
  }

  /** Ends everything and closes the database; the key is its owner's to zero. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.retention.stop();
    this.exports.discardAll();
    await this.#clearSecret().catch(this.#logFailure);
    await this.#worker.stop();
    await this.#clock.save(this.#opened.store).catch(this.#logFailure);
    await this.#opened.store.destroy();
  }

  #createLibrary(surroundings: Surroundings): Library {
    return new Library({
      ...surroundings,
      store: this.#opened.store,
      worker: this.#worker,
      nowMs: () => this.nowMs(),
      deletionMs: () => this.#clock.deletionMs(),
      actor: () => this.user,
      onRowsDeleted: async (tables) => {
        if (tables.length > 0) this.emit('data.changed', { tables });
        await this.retention.scrub();
      },
    });
  }

  #createRetention(): Retention {
    return new Retention({
      store: this.#opened.store,
      worker: this.#worker,
      clock: this.#clock,
      onFailure: this.#logFailure,
      onSwept: (report) => {
        this.emit('retention.swept', report);
        const tables = Object.keys(report.removed) as TableName[];
        if (tables.length > 0) this.emit('data.changed', { tables });
      },
    });
  }
}
