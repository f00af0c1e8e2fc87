import type { ParsedInput } from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { AbortedError } from '../../foundation/operation/task';
import { type ListRequest, rowIdsTask } from './row-ids';

export interface OpenList {
  readonly number: number;
  /** What it is a list of. */
  readonly view: string;
  ids: Float64Array;
  isComplete: boolean;
  readonly stop: AbortController;
}

/** One per window; a list that had to go is made again when it is asked for. */
const MAX_LISTS = 2;

type Request = Omit<ParsedInput<'data.page'>, 'from' | 'limit'>;

/** The lists of rows that windows scroll through; a thread beside main makes them. */
export class OpenLists {
  readonly #ports: Pick<Unlocked, 'run' | 'emit' | 'logFailure'>;
  #lists: OpenList[] = [];
  #lastNumber = 0;

  constructor(ports: Pick<Unlocked, 'run' | 'emit' | 'logFailure'>) {
    this.#ports = ports;
  }

  /** The list of that number, or a new one of which at least the beginning is there. */
  async open({ list: number, replaces, ...request }: Request): Promise<Readonly<OpenList>> {
    if (replaces !== undefined) this.#drop(replaces);
    const known = this.#lists.find((list) => list.number === number);
    // What may be listed can be less than before: masking is switched on, a column is hidden again.
    return known?.view === viewOf(request) ? known : this.#make(request);
  }

  ids({ list, from, to }: ParsedInput<'data.ids'>): number[] {
    return [...(this.#lists.find(({ number }) => number === list)?.ids.subarray(from, to) ?? [])];
  }

  /** Resolves with the beginning of the list, while the rest is on its way. */
  async #make(request: ListRequest): Promise<OpenList> {
    const { run, emit, logFailure } = this.#ports;
    const list: OpenList = {
      number: ++this.#lastNumber,
      view: viewOf(request),
      ids: new Float64Array(),
      isComplete: false,
      stop: new AbortController(),
    };
    this.#add(list);
    return new Promise((resolve, reject) => {
      let hasBegun = false;
      const onProgress = (first: Float64Array): void => {
        list.ids = first;
        hasBegun = true;
        resolve(list);
      };
      run(rowIdsTask, request, { signal: list.stop.signal, onProgress }).then(
        (ids) => {
          Object.assign(list, { ids, isComplete: true });
          if (hasBegun) emit('data.listed', { list: list.number, total: ids.length });
          else resolve(list);
        },
        (error: unknown) => {
          if (error instanceof AbortedError) resolve(list);
          else if (hasBegun) logFailure(error);
          else reject(error);
        },
      );
    });
  }

  #add(list: OpenList): void {
    this.#lists.unshift(list);
    for (const { number } of this.#lists.slice(MAX_LISTS)) this.#drop(number);
  }

  #drop(number: number): void {
    this.#lists.find((list) => list.number === number)?.stop.abort();
    this.#lists = this.#lists.filter((list) => list.number !== number);
  }
}

const viewOf = ({ table, filter, sort }: ListRequest): string =>
  JSON.stringify([table, filter, sort]);

export const openLists = part('open lists', (unlocked) => new OpenLists(unlocked));
