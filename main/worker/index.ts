import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../preload/contract';
import { readAuditPage } from '../audit/audit-entries';
import { recordAudit } from '../audit/audit-log';
import { exportAudit } from '../audit/export-audit';
import { verifyAudit } from '../audit/verify-audit';
import { isSound } from '../backup/integrity';
import { saveBackup } from '../backup/save-backup';
import { playTurn } from '../chat/play-turn';
import { compile } from '../chat/program';
import { deletePool } from '../codes/delete-pool';
import { removeLeftovers } from '../codes/leftovers';
import { listPools } from '../codes/list-pools';
import { stageCodes } from '../codes/stage-codes';
import { funnel } from '../dashboard/funnel';
import { participationDays } from '../dashboard/participations';
import { tableStorage } from '../dashboard/storage';
import { filterChoices } from '../data/filter-choices';
import { relatedRows } from '../data/related-rows';
import { listRows } from '../data/row-list';
import { drawableGiveaways } from '../draw/drawable-giveaways';
import { prepareDraw } from '../draw/prepare-draw';
import { saveDrawRecord } from '../draw/record';
import { runDraw } from '../draw/run-draw';
import { duplicateExperience } from '../experiences/copies';
import { draftProblems } from '../experiences/draft-problems';
import { exportExperience } from '../experiences/export-file';
import { readImport } from '../experiences/import-file';
import { problemCounts } from '../experiences/problem-counts';
import { removeExperience, storedRows } from '../experiences/remove-experience';
import { Versions } from '../experiences/versions';
import { exportTables } from '../export/export-tables';
import { countExported } from '../export/exported-rows';
import { saveFile, viewFile } from '../files/stored-file';
import { moduleOf } from '../modules';
import { exportPerson } from '../privacy/access-zip';
import { eraseOnRequest, previewErasure } from '../privacy/erasure';
import { readTimeline, suggestPeople, summarisePerson } from '../privacy/person';
import { expiryCalendar } from '../retention/calendar';
import { deleteAll } from '../retention/deletions';
import { listHolds, storedGiveaways } from '../retention/holds';
import { policyView } from '../retention/policy-view';
import { countPreviewRows, deletePreviewRows } from '../retention/preview-rows';
import { ruleImpact, setRule } from '../retention/rules-change';
import { scrub } from '../retention/scrub';
import { sweepExpired } from '../retention/sweep';
import { turnPorts } from '../retention/turn-ports';
import { checkpoint } from '../store/checkpoint';
import { openConnection } from '../store/connection';
import { copyUnderKey } from '../store/copy-under-key';
import { DataRows } from '../store/data-rows';
import { createStore, type Store } from '../store/database';
import { explain, WORKSPACE_FAILURES } from '../store/explain-error';
import { refreshSearchIndex } from '../store/search/search-index';
import type { FromWorker, TaskName, Tasks, ToWorker, WorkerError, WorkerStart } from './tasks';

type Task<N extends TaskName> = (
  store: Store,
  input: Tasks[N]['input'],
  signal: AbortSignal,
  report: (progress: Tasks[N]['progress']) => void,
) => Promise<Tasks[N]['result']>;

const tasks: { readonly [N in TaskName]: Task<N> } = {
  sweep: (store, input, signal) => sweepExpired(store, { ...input, signal, isAwaited }),
  deleteAll: (store, { actor, nowMs, ...request }, signal, report) =>
    deleteAll(store, actor, request, nowMs, { signal, report }),
  previewRows: (store, { nowMs }) => countPreviewRows(store, nowMs),
  deletePreviewRows: (store, { actor, confirmedRows, nowMs }) =>
    deletePreviewRows(store, actor, confirmedRows, nowMs),
  policyView: (store, { nowMs }) => policyView(store, nowMs),
  ruleImpact: (store, { rule, nowMs }) => ruleImpact(store, rule, nowMs),
  setRule: (store, { actor, nowMs, ...change }) => setRule(store, actor, change, nowMs),
  calendar: (store, { days, nowMs }) => expiryCalendar(store, days, nowMs),
  participationDays: (store, { days, nowMs }) => participationDays(store, days, nowMs),
  funnel: (store, { nowMs, ...request }) => funnel(store, request, nowMs),
  tableStorage: (store, { nowMs }) => tableStorage(store, nowMs),
  holds: (store, { nowMs }) => listHolds(store, nowMs),
  giveaways: (store) => storedGiveaways(store),
  listRows: (store, request, signal, report) => listRows(store, request, signal, report),
  relatedRows: (store, input) => relatedRows(store, input),
  filterChoices: (store, { table }) => filterChoices(store, table),
  tableRows: (store, { nowMs }) => new DataRows(store).countAll(nowMs),
  moduleRows: (store, { experienceId, nowMs }) =>
    new DataRows(store).countByModule(experienceId, nowMs),
  draftProblems: (store, { experience, edition }) => draftProblems(store, experience, edition),
  publish: (store, { request, actor, nowMs }) =>
    new Versions({ store, nowMs: () => nowMs, actor: () => actor }).publish(request),
  problemCounts: (store) => problemCounts(store),
  experienceRows: (store, { experienceId, nowMs }) => storedRows(store, experienceId, nowMs),
  duplicateExperience: (store, { nowMs, ...copy }) => duplicateExperience(store, copy, nowMs),
  deleteExperience: (store, { actor, nowMs, ...removal }) =>
    removeExperience(store, actor, removal, nowMs),
  exportExperience: async (store, { actor, nowMs, ...request }) => {
    await exportExperience(store, actor, request, nowMs);
    return null;
  },
  readExperienceFile: (store, { file }) => readImport(store, file),
  codePools: (store) => listPools(store),
  stageCodes: (store, input, signal, report) => stageCodes(store, { ...input, signal, report }),
  removeLeftoverCodes: async (store) => {
    await removeLeftovers(store);
    return null;
  },
  deleteCodePool: async (store, { actor, nowMs, ...request }) => {
    await deletePool(store, actor, request, nowMs);
    return null;
  },
  copyUnderKey: async (store, { actor, copy, newKey, nowMs }) => {
    const { key, nativeBinding } = start;
    const finish = (copied: Store): Promise<void> =>
      copied
        .transaction()
        .execute((transaction) => recordAudit(transaction, actor, nowMs, 'key.rotated'));
    await copyUnderKey(store, { key, newKey, copy, nativeBinding, finish }).finally(() =>
      newKey.fill(0),
    );
    return null;
  },
  drawableGiveaways: (store) => drawableGiveaways(store),
  prepareDraw: (store, input, signal) => prepareDraw(store, input, signal),
  runDraw: (store, input) => runDraw(store, input),
  saveDrawRecord: async (store, input) => {
    await saveDrawRecord(store, input);
    return null;
  },
  playUpload: (store, { graph, library, trustedMs, ...turn }) => {
    const ports = turnPorts(store, { trustedMs: () => trustedMs });
    return playTurn(ports, compile(graph, moduleOf, library), turn);
  },
  viewFile: (store, input) => viewFile(store, input),
  saveFile: async (store, input) => {
    await saveFile(store, input);
    return null;
  },
  scrub: async (store, { nowMs }) => {
    await scrub(store, nowMs);
    await refreshSearchIndex(store, isAwaited);
    return null;
  },
  auditPage: (store, request) => readAuditPage(store, request),
  verifyAudit: (store) => verifyAudit(store),
  exportAudit: (store, input, signal) => exportAudit(store, { ...input, signal }),
  backup: (store, input, signal, report) => {
    const { key, nativeBinding } = start;
    return saveBackup(store, { ...input, access: { key, nativeBinding }, signal, report });
  },
  checkIntegrity: (store) => isSound(store),
  exportPerson: (store, input, signal, report) => exportPerson(store, { ...input, signal, report }),
  suggestPeople: (store, request) => suggestPeople(store, request),
  summarisePerson: (store, { email, nowMs }) => summarisePerson(store, email, nowMs),
  timeline: (store, { nowMs, ...request }) => readTimeline(store, request, nowMs),
  previewErasure: (store, { email, nowMs }) => previewErasure(store, email, nowMs),
  erasePerson: (store, request) => eraseOnRequest(store, request),
  countExport: async (store, { scope, nowMs }) => ({
    collected: await countExported(store, { ...scope, channels: 'collected' }, nowMs),
    preview: await countExported(store, { ...scope, channels: 'preview' }, nowMs),
  }),
  export: (store, input, signal, report) => exportTables(store, { ...input, signal, report }),
};

const start = workerData as WorkerStart;
/** Those that wait for their turn included. */
const running = new Map<number, AbortController>();
const isAwaited = (): boolean => running.size > 1;
const CHECKPOINT_INTERVAL_MS = 30_000;
/** One task at a time; those of other lanes have a thread of their own. */
let last: Promise<void> = Promise.resolve();

/** Moves what was committed from the log into the database, which no other connection does. */
async function tidyLog(): Promise<void> {
  await withStore(checkpoint).catch(() => undefined);
}

const checkpoints = setInterval(() => {
  last = last.then(tidyLog);
}, CHECKPOINT_INTERVAL_MS);

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'run':
      running.set(message.id, new AbortController());
      last = last.then(() => run(message.task, message.id, message.input));
      break;
    case 'abort':
      running.get(message.id)?.abort();
      break;
    case 'stop':
      clearInterval(checkpoints);
      for (const controller of running.values()) controller.abort();
      // What a stopped sweep has left would be moved by main, which closes the last connection.
      void last.then(tidyLog).then(() => {
        start.key.fill(0);
        parentPort?.close();
      });
  }
});

async function run<N extends TaskName>(
  name: N,
  id: number,
  input: Tasks[N]['input'],
): Promise<void> {
  const signal = running.get(id)?.signal ?? AbortSignal.abort();
  const report = (progress: Tasks[N]['progress']): void => send({ kind: 'progress', id, progress });
  try {
    signal.throwIfAborted();
    const result = await withStore((store) => tasks[name](store, input, signal, report));
    send({ kind: 'done', id, result });
  } catch (error) {
    send({ kind: 'failed', id, error: describe(error, signal) });
  } finally {
    running.delete(id);
  }
}

/** Each task has its own connection: a read in progress blocks every other statement on it. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { databaseFile: file, key, nativeBinding } = start;
  const store = createStore(openConnection({ file, key, nativeBinding }));
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
}

function describe(error: unknown, signal: AbortSignal): WorkerError {
  if (signal.aborted) return { code: 'aborted' };
  const explained = explain(error, WORKSPACE_FAILURES);
  if (explained instanceof AppError) return { code: explained.code, params: explained.params };
  return { code: 'unknown', text: error instanceof Error ? (error.stack ?? '') : String(error) };
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}
