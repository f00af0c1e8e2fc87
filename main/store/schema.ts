import type { Generated } from 'kysely';
import type { dataTables } from './tables';
import type { Columns, DataTable, Row } from './tables/define-table';

/** Columns of every data table beside the declared ones; no screen and no file shows them. */
export interface Bookkeeping {
  id: Generated<number>;
  module_id: string;
  /** The address of the person whom the row is about, in its comparable form. */
  email_key: string | null;
  /** What may exist only once (a participation per address, a value per session); unique. */
  unique_key: string | null;
}

type Stored<T> = T extends DataTable<infer C extends Columns> ? Row<C> & Bookkeeping : never;

export type DataSchema = { [N in keyof typeof dataTables]: Stored<(typeof dataTables)[N]> };

export interface Schema extends DataSchema {
  users: { id: string; name: string; role: string; created_at: number };
  /** One JSON value per key. */
  settings: { key: string; value: string };
  experiences: {
    id: string;
    name: string;
    /** The graph as JSON. */
    draft: string;
    revision: number;
    created_at: number;
    updated_at: number;
  };
}
