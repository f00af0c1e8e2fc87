import { randomInt } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { furnish } from '../../main/chat/experiences/furnish';
import { readPlaces } from '../../main/data/policy/places';
import { openConnection } from '../../main/foundation/store/connection';
import { createStore, type Store } from '../../main/foundation/store/database';
import { refreshSearchIndex } from '../../main/foundation/store/search/search-index';
import { oneTimePassword } from '../../main/vault/workspace/one-time-password';
import { databaseFileIn } from '../../main/vault/workspace/place';
import { type OpenedWorkspace, WorkspaceFolder } from '../../main/vault/workspace/workspace-folder';
import { TABLE_NAMES } from '../../preload/contract';
import type { Source } from './conversation';
import { fill } from './fill';
import { EXPERIENCES } from './words';

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    workspace: { type: 'string', default: 'chatvault-seed/workspace' },
    table: { type: 'string', multiple: true },
  },
});
const rows = Number(values.rows);
if (!Number.isInteger(rows) || rows < 1) {
  console.error('Say how many: `npm run seed -- --rows N [--workspace DIR] [--table NAME]`.');
  process.exit(1);
}
const tables = TABLE_NAMES.filter((name) => values.table?.includes(name) ?? true);

const path = resolve(values.workspace);
const folder = new WorkspaceFolder(path, undefined);
const opened = await openOrCreate();
const store = opened.store;
const began = performance.now();
const connection = openConnection({ file: databaseFileIn(path), key: opened.key });
fill(connection, {
  rows,
  tables,
  nowMs: Date.now(),
  sources: [...(await sourcesOf(store)), ...EXPERIENCES.map(invented)],
  seed: randomInt(2 ** 31),
  report: (done) => console.error(`${done} of ${rows} conversations`),
});
await createStore(connection).destroy();
console.error('Making the search index ...');
await refreshSearchIndex(store);
await store.destroy();
opened.key.fill(0);
console.error(`Done in ${Math.round((performance.now() - began) / 1_000)} s.`);
if (basename(path) === 'workspace') {
  console.error(`Open it with: npm start -- --user-data-dir=${dirname(path)}`);
}

/** The passphrase of a workspace that is there comes by the environment: arguments are seen by all. */
async function openOrCreate(): Promise<OpenedWorkspace> {
  const locked = await folder.inspect();
  if (!locked) return create();
  const [user] = locked.users;
  const secret = process.env.CHATVAULT_PASSPHRASE;
  if (!user || secret === undefined) {
    console.error(
      'There is a workspace: put the passphrase of its first user into CHATVAULT_PASSPHRASE.',
    );
    process.exit(1);
  }
  const credential = { kind: 'passphrase', secret } as const;
  return folder.open({ userId: user.id, credential, nowMs: Date.now(), failedAttempts: 0 });
}

async function create(): Promise<OpenedWorkspace> {
  const passphrase = process.env.CHATVAULT_PASSPHRASE ?? oneTimePassword();
  const created = await folder.create({
    name: 'Seeded',
    userName: 'Admin',
    passphrase,
    nowMs: Date.now(),
    furnish: (inside) => furnish(inside, 'en', Date.now()),
  });
  console.log(`Passphrase of the new workspace: ${passphrase}`);
  return created.opened;
}

/** The experiences that the workspace has, with the modules that write its tables. */
async function sourcesOf(inside: Store): Promise<Source[]> {
  const sources = new Map<string, Source & { modules: Record<string, string> }>();
  for (const place of await readPlaces(inside)) {
    const { experienceId: id, experienceName: name, moduleId, table } = place;
    const source = sources.get(id) ?? { id, name, modules: {} };
    source.modules[table] ??= moduleId;
    sources.set(id, source);
  }
  return [...sources.values()];
}

function invented(name: string): Source {
  return { id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name, modules: {} };
}
