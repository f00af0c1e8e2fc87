import type { ParsedInput, TableName } from '../../preload/contract';
import { AbortedError, type WorkerClient } from '../worker/client';
import type { ListRequest } from './row-list';

export interface RowList {
  readonly number: number;
  readonly table: TableName;
  ids: Float64Array;
  isComplete: boolean;
  readonly stop: AbortController;
}

export interface RowListPorts {
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  readonly onListed: (listed: { list: number; total: number }) => void;
  readonly onFailure: (error: unknown) => void;
}

/** One per window; a list that had to go is made again when it is asked for. */
const MAX_LISTS = 2;

type Request = Omit<ParsedInput<'data.page'>, 'from' | 'limit'>;

/** The lists of rows that windows scroll through; the worker makes them. */
export class RowLists {
  readonly #ports: RowListPorts;
  #lists: RowList[] = [];
  #lastNumber = 0;

  constructor(ports: RowListPorts) {
    this.#ports = ports;
  }

  /** The list of that number, or a new one of which at least the beginning is there. */
  async open({ list: number, replaces, ...request }: Request): Promise<Readonly<RowList>> {
    if (replaces !== undefined) this.#drop(replaces);
    const known = this.#lists.find((list) => list.number === number);
    return known?.table === request.table ? known : this.#make(request);
  }

  ids({ list, from, to }: { list: number; from: number; to: number }): number[] {
    return [...(this.#lists.find(({ number }) => number === list)?.ids.subarray(from, to) ?? [])];
  }

  /** Resolves with the beginning of the list, while the rest is on its way. */
  async #make(request: Omit<ListRequest, 'nowMs'>): Promise<RowList> {
    const { worker, nowMs, onListed, onFailure } = this.#ports;
    const list: RowList = {
      number: ++this.#lastNumber,
      table: request.table,
      ids: new Float64Array(),
      isComplete: false,
      stop: new AbortController(),
    };
    this.#add(list);
    return new Promise((resolve, reject) => {
      let hasBegun = false;
      const listing: ListRequest = { ...request, nowMs: nowMs() };
      const onProgress = (first: Float64Array): void => {
        list.ids = first;
        hasBegun = true;
        resolve(list);
      };
      worker.run('listRows', listing, { signal: list.stop.signal, onProgress }).then(
        (ids) => {
          Object.assign(list, { ids, isComplete: true });
          if (hasBegun) onListed({ list: list.number, total: ids.length });
          else resolve(list);
        },
        (error: unknown) => {
          if (error instanceof AbortedError) resolve(list);
          else if (hasBegun) onFailure(error);
          else reject(error);
        },
      );
    });
  }

  #add(list: RowList): void {
    this.#lists.unshift(list);
    for (const { number } of this.#lists.slice(MAX_LISTS)) this.#drop(number);
  }

  #drop(number: number): void {
    this.#lists.find((list) => list.number === number)?.stop.abort();
    this.#lists = this.#lists.filter((list) => list.number !== number);
  }
}
