import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, type Language, type StorageSelfTest, TABLE_NAMES } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { Sessions } from '../chat/sessions';
import { moduleOf } from '../modules';
import { createEffectStore } from '../retention/effect-store';
import { turnPorts } from '../retention/turn-ports';
import type { Store } from '../store/database';
import type { WorkerLanes } from '../worker/lanes';
import { onlySwitchedOff } from './only-switched-off';
import { playModules } from './play-modules';
import { playSamples } from './play-samples';
import { described, readSwitches, type Switch } from './switches';

interface Ports {
  readonly store: Store;
  readonly worker: Pick<WorkerLanes, 'run'>;
  readonly databaseFile: string;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
}

type Digests = ReadonlyMap<string, string>;

/**
 * Shows that switched off means not written, in the workspace, a table or a module: plays
 * conversations through the same sessions and the same store as any other, and compares every table
 * and every file with what they were.
 *
 * @throws AppError `storage.is_switched_on`
 */
export async function storageSelfTest(
  ports: Ports,
  actor: Actor,
  language: Language,
): Promise<StorageSelfTest> {
  const { store, nowMs } = ports;
  const folder = dirname(ports.databaseFile);
  const switches = await readSwitches(store);
  if (switches.length === 0) throw new AppError('storage.is_switched_on');
  const rowsBefore = await rowsIn(ports);
  const before = await digestsOf(folder);
  const sessions = sessionsOn(ports, switches);
  const played = await playSamples(sessions, language);
  await playModules(
    store,
    sessions,
    switches.flatMap(({ places }) => places),
    played,
  );
  const { rows, conversations, answers } = played;
  const after = await digestsOf(folder);
  const rowsAfter = await rowsIn(ports);

  const tables = TABLE_NAMES.map((table) => ({
    table,
    withheld: rows.get(table) ?? 0,
    before: rowsBefore[table],
    after: rowsAfter[table],
  }));
  const files = compared(before, after);
  const isUnchanged =
    tables.every((table) => table.before === table.after) && files.every(({ changed }) => !changed);
  const passed = isUnchanged && rows.size > 0;
  const report = { at: nowMs(), passed, conversations, answers };
  await store
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, actor, report.at, 'storage.self_tested', { passed, answers }),
    );
  return { ...report, switches: switches.map((each) => described(each, language)), tables, files };
}

const sessionsOn = ({ store, nowMs, timeZone }: Ports, switches: readonly Switch[]): Sessions =>
  new Sessions({
    ...turnPorts(store),
    // The samples are no experiences of the workspace, so none of them would be offered.
    store: onlySwitchedOff(createEffectStore(store), switches),
    registry: moduleOf,
    nowMs,
    timeZone,
    openLink: async () => undefined,
  });

const rowsIn = ({ worker, nowMs }: Ports) => worker.run('tableRows', { nowMs: nowMs() });

/** The index of the write-ahead log, which holds no rows, belongs to the connections that are open. */
const isContent = (name: string): boolean => !name.endsWith('-shm');

async function digestsOf(folder: string): Promise<Digests> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isContent(entry.name));
  const digests = new Map<string, string>();
  for (const { name } of names.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    digests.set(name, hash.digest('hex'));
  }
  return digests;
}

function compared(before: Digests, after: Digests): StorageSelfTest['files'] {
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
    const sha256 = after.get(name) ?? null;
    return { name, sha256, changed: sha256 !== (before.get(name) ?? null) };
  });
}
