import { join } from 'node:path';
import { exportTable } from '../../main/export/export-table';
import { sweepExpired } from '../../main/retention/sweep';
import { openConnection } from '../../main/store/connection';
import { DataRows } from '../../main/store/data-rows';
import { createStore, type Store } from '../../main/store/database';
import { NOW_MS } from '../support/now';
import { sessionsOn, takePart } from '../support/play';
import { newWorkspace, workspaceIn } from '../support/workspace';

/** A process of its own, to be killed in the middle of its work. Says a line when something is done. */
const [work = '', folder = '', key = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const never = new AbortController().signal;

const works: Record<string, (store: Store) => Promise<unknown>> = {
  chat: async (store) => {
    const sessions = sessionsOn({ store });
    for (let count = 0; ; count++) {
      const email = `p${count}@example.com`;
      await takePart(sessions, email);
      say(email);
    }
  },
  sweep: (store) => sweepExpired(store, NOW_MS, never),
  deleteAll: (store) => new DataRows(store).deleteAll('participations', 1_000_000, NOW_MS),
  export: (store) =>
    exportTable(store, {
      table: 'participations',
      nowMs: NOW_MS,
      file: join(folder, 'export.zip'),
      password: 'correct horse battery staple',
      signal: never,
      report: () => undefined,
    }),
};

async function run(): Promise<unknown> {
  if (work === 'create') return workspaceIn(folder).create(newWorkspace());
  const file = join(folder, 'vault.db');
  return works[work]?.(createStore(openConnection({ file, key: Buffer.from(key, 'hex') })));
}

void run().then(() => say('done'));
