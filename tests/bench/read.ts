import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenLists } from '../../main/data/rows/open-lists';
import { rowIds } from '../../main/data/rows/row-ids';
import { DataRows } from '../../main/foundation/store/data-rows';
import type { Store } from '../../main/foundation/store/database';
import { type DataFilter, NEWEST_FIRST, type Sort } from '../../preload/contract';
import { NOW_MS } from '../support/now';
import { type Bench, MILLION, type Options } from './bench';
import { withStore } from './databases';
import { absolute, compare, type Figure, repeat, timed } from './figure';
import { lanesOn } from './lanes';

const PAGE_ROWS = 100;
const table = 'participations' as const;
const SORTS: readonly Sort[] = [
  NEWEST_FIRST,
  { column: 'email', descending: false },
  { column: 'expires_at', descending: false },
];

/** Pages all over a table, as main reads them once the worker has made the list. */
export const page: Bench = {
  name: 'page',
  rows: MILLION,
  run: async ({ databases, rows, runs }) =>
    withStore(await databases.withRows(rows), async (store) => {
      const figures: Figure[] = [];
      for (const sort of SORTS) {
        const read = await pageReader(store, sort);
        const subject = { name: `page: by ${sort.column}`, rows, runs, unit: 'ms' };
        const times = await repeat(Math.max(runs, 100), () => timed(read));
        figures.push(absolute({ ...subject, target: '<= 5 ms' }, times));
      }
      return figures;
    }),
};

/** What the worker does for a list: until its first rows are there, and until all are. */
export const list: Bench = {
  name: 'list',
  rows: MILLION,
  run: async ({ databases, rows, runs }) =>
    withStore(await databases.withRows(rows), async (store) => {
      const figures: Figure[] = [];
      for (const sort of SORTS) {
        const times = await repeatedly(runs, () => listOnce(store, {}, sort));
        const name = `list: by ${sort.column}`;
        const subject = { rows, runs, unit: 'ms', target: '' };
        figures.push(
          absolute(
            { ...subject, name: `${name}, first rows` },
            times.map(({ first }) => first),
          ),
          absolute(
            { ...subject, name: `${name}, all` },
            times.map(({ all }) => all),
          ),
        );
      }
      return figures;
    }),
};

/** Part of an address, anywhere in it: rare ones by the index, common ones by the order of the list. */
export const search: Bench = {
  name: 'search',
  rows: MILLION,
  run: async ({ databases, rows, runs }) =>
    withStore(await databases.withRows(rows), async (store) => {
      const subject = { rows, runs: Math.max(runs, 20), unit: 'ms', target: '<= 50 ms' };
      const firstRows = async (text: () => string): Promise<number[]> => {
        const find = () => listOnce(store, { search: text() }, NEWEST_FIRST);
        return (await repeatedly(subject.runs, find)).map(({ first }) => first);
      };
      return [
        absolute({ ...subject, name: 'search: 5 letters' }, await firstRows(() => letters(5))),
        absolute({ ...subject, name: 'search: 3 letters' }, await firstRows(() => letters(3))),
        absolute({ ...subject, name: 'search: 2 letters' }, await firstRows(() => letters(2))),
        absolute({ ...subject, name: 'search: common' }, await firstRows(() => 'example')),
      ];
    }),
};

/** The same in a table that is a hundred times as long. */
export const growth: Bench = {
  name: 'growth',
  rows: MILLION,
  run: async ({ databases, rows, runs }) => {
    const few = Math.max(1, rows / 100);
    const [big, small] = [await databases.withRows(rows), await databases.withRows(few)];
    return withStore(big, async (many) =>
      withStore(small, async (some) => {
        const subject = {
          rows,
          runs: Math.max(runs, 50),
          unit: 'ms',
          target: 'flat',
          reference: `${few} rows`,
        };
        const [readMany, readSome] = [
          await pageReader(many, NEWEST_FIRST),
          await pageReader(some, NEWEST_FIRST),
        ];
        const find = (store: Store) => async () =>
          (await listOnce(store, { search: letters(5) }, NEWEST_FIRST)).first;
        return [
          await compare(
            { ...subject, name: 'growth: page' },
            () => timed(readMany),
            () => timed(readSome),
          ),
          await compare({ ...subject, name: 'growth: search' }, find(many), find(some)),
        ];
      }),
    );
  },
};

const SCROLLING_MS = 10_000;
const BETWEEN_PAGES_MS = 30;

/** The longest that main stood still while somebody scrolled, sorted and searched all over a table. */
export const scrolling: Bench = {
  name: 'scrolling',
  rows: MILLION,
  run: async (options) => {
    const { rows, runs } = options;
    const worst = await repeat(runs, () => scrollAndSearch(options));
    const subject = { name: 'delay: scrolling', rows, runs, unit: 'ms', target: '<= 50 ms' };
    return [absolute(subject, worst)];
  },
};

async function scrollAndSearch({ databases, rows, workerScript }: Options): Promise<number> {
  const database = await databases.withRows(rows);
  const lanes = lanesOn(database, workerScript);
  const lists = new OpenLists({
    run: lanes.run,
    emit: () => undefined,
    logFailure: (error) => {
      throw error;
    },
  });
  const delay = await withStore(database, async (store) => {
    const data = new DataRows(store);
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    const end = performance.now() + SCROLLING_MS;
    for (let turn = 0; performance.now() < end; turn++) {
      const sort = SORTS[turn % SORTS.length] ?? NEWEST_FIRST;
      const filter: DataFilter = turn % 2 === 0 ? {} : { search: letters(4) };
      const opened = await lists.open({ table, filter, sort });
      for (let step = 0; step < 10; step++) {
        const from = Math.floor(Math.random() * opened.ids.length);
        await data.byIds(table, [...opened.ids.subarray(from, from + PAGE_ROWS)], NOW_MS);
        await pause(BETWEEN_PAGES_MS);
      }
    }
    monitor.disable();
    return monitor.max / 1e6;
  });
  await lanes.stop();
  return delay;
}

async function pageReader(store: Store, sort: Sort): Promise<() => Promise<unknown>> {
  const data = new DataRows(store);
  const { ids } = await listOnce(store, {}, sort);
  return () => {
    const from = Math.floor(Math.random() * Math.max(1, ids.length - PAGE_ROWS));
    return data.byIds(table, [...ids.subarray(from, from + PAGE_ROWS)], NOW_MS);
  };
}

async function listOnce(store: Store, filter: DataFilter, sort: Sort) {
  const { signal } = new AbortController();
  const begin = performance.now();
  let first: number | null = null;
  const report = (): void => {
    first ??= performance.now() - begin;
  };
  const ids = await rowIds({ store, nowMs: NOW_MS, signal, report }, { table, filter, sort });
  const all = performance.now() - begin;
  return { ids, all, first: first ?? all };
}

async function repeatedly<T>(runs: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 0; run < runs; run++) results.push(await measure());
  return results;
}

/** Of those that the addresses are made of. */
function letters(count: number): string {
  return randomBytes(count).toString('hex').slice(0, count);
}
