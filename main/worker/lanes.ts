import { AppError } from '../../preload/contract';
import { type RunOptions, WorkerClient } from './client';
import type { TaskName, Tasks, WorkerStart } from './tasks';

/** What a thread is for: who waits for a screen, a deletion or a chat does not wait for a file. */
type Lane = 'changes' | 'files' | 'screens' | 'lists' | 'uploads';

const lanes: Readonly<Record<TaskName, Lane>> = {
  sweep: 'changes',
  deleteAll: 'changes',
  setRule: 'changes',
  scrub: 'changes',
  deleteExperience: 'changes',
  deletePreviewRows: 'changes',
  copyUnderKey: 'files',
  verifyAudit: 'files',
  exportAudit: 'files',
  backup: 'files',
  checkIntegrity: 'files',
  export: 'files',
  countExport: 'screens',
  exportPerson: 'files',
  suggestPeople: 'screens',
  summarisePerson: 'screens',
  timeline: 'screens',
  previewErasure: 'screens',
  erasePerson: 'changes',
  policyView: 'screens',
  ruleImpact: 'screens',
  calendar: 'screens',
  participationDays: 'screens',
  funnel: 'screens',
  tableStorage: 'screens',
  holds: 'screens',
  giveaways: 'screens',
  drawableGiveaways: 'screens',
  prepareDraw: 'screens',
  runDraw: 'screens',
  saveDrawRecord: 'files',
  playUpload: 'uploads',
  viewFile: 'screens',
  saveFile: 'files',
  listRows: 'lists',
  relatedRows: 'lists',
  filterChoices: 'lists',
  tableRows: 'lists',
  moduleRows: 'screens',
  previewRows: 'screens',
  auditPage: 'screens',
  draftProblems: 'screens',
  publish: 'screens',
  problemCounts: 'screens',
  experienceRows: 'screens',
  duplicateExperience: 'screens',
  exportExperience: 'screens',
  readExperienceFile: 'screens',
  codePools: 'screens',
  // One after the other: each removes what the one before has left.
  stageCodes: 'files',
  removeLeftoverCodes: 'files',
  deleteCodePool: 'files',
};

/**
 * Runs long database work beside the main process's event loop, one task at a time in each lane. A
 * lane's thread starts with its first task.
 */
export class WorkerLanes {
  readonly #script: string;
  readonly #start: WorkerStart;
  readonly #clients = new Map<Lane, WorkerClient>();
  #isStopped = false;

  /** `start` is copied to each thread, the key included. */
  constructor(script: string, start: WorkerStart) {
    this.#script = script;
    this.#start = start;
  }

  /** @throws AbortedError, AppError `workspace.locked` after {@link stop}, what the task throws. */
  run<N extends TaskName>(
    task: N,
    input: Tasks[N]['input'],
    options?: RunOptions<N>,
  ): Promise<Tasks[N]['result']> {
    if (this.#isStopped) return Promise.reject(new AppError('workspace.locked'));
    return this.#clientOf(lanes[task]).run(task, input, options);
  }

  /** Ends every thread, as {@link WorkerClient.stop} does. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#clients.values()].map((client) => client.stop()));
  }

  #clientOf(lane: Lane): WorkerClient {
    const client = this.#clients.get(lane) ?? new WorkerClient(this.#script, this.#start);
    this.#clients.set(lane, client);
    return client;
  }
}
