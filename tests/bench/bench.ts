import type { Databases } from './databases';
import type { Figure } from './figure';

export interface Options {
  readonly rows: number;
  readonly runs: number;
  readonly databases: Databases;
  /** The built worker. */
  readonly workerScript: string;
  /** For files of one's own. */
  readonly folder: string;
}

export interface Bench {
  readonly name: string;
  /** Of the big table, unless asked for otherwise. */
  readonly rows: number;
  run(options: Options): Promise<Figure[]>;
}

export const MILLION = 1_000_000;
