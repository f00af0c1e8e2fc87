import type { Generated } from 'kysely';
import type {
  ChatChannel,
  DrawnPlace,
  DrawView,
  ExportRecord,
  LegalKind,
  RequestKind,
  RequestState,
  TableName,
} from '../../../preload/contract';
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
  users: {
    id: string;
    name: string;
    role: string;
    created_at: number;
    disabled_at: Generated<number | null>;
    passphrase_is_temporary: Generated<0 | 1>;
    /** Whether the user wants personal values masked, where the workspace leaves it to the user. */
    masks_data: Generated<0 | 1>;
    /** JSON; see {@link ExportHabits}. */
    export_habits: Generated<string | null>;
  };
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
    published_version_id: Generated<string | null>;
    archived_at: Generated<number | null>;
  };
  /** Never changed but for their names. */
  experience_versions: {
    id: string;
    experience_id: string;
    /** Counts what was published; null for a draft that was kept when another version replaced it. */
    number: number | null;
    name: string;
    note: string;
    /** The graph as JSON, the very text of the draft. */
    graph: string;
    modules: number;
    created_at: number;
    created_by: string;
  };
  /** Files of experiences. The id is the SHA-256 of the content, in hexadecimal. */
  assets: {
    id: string;
    mime_type: string;
    bytes: number;
    created_at: number;
    /** Since when nothing mentions it; null while something does. */
    unused_since: Generated<number | null>;
    content: Uint8Array;
  };
  /** Empty text stands for "all modules" or "all tables". */
  retention_rules: {
    module_id: string;
    table_name: TableName | '';
    enabled: 0 | 1;
    days: number | null;
  };
  legal_holds: {
    id: string;
    kind: 'person' | 'giveaway';
    subject: string;
    label: string;
    reason: string;
    until_ms: number;
    requested_by: string;
    requested_by_name: string;
    requested_at: number;
    approved_by: string | null;
    approved_by_name: string | null;
  };
  /** Counts that outlive their rows; nothing personal. */
  daily_totals: {
    day: string;
    experience_id: string;
    experience_name: string;
    module_id: string;
    table_name: TableName;
    rows: number;
    /** Different people behind the rows, told apart among rows that went together. */
    people: number;
  };
  /** How much of a limited thing is taken, per channel; nothing personal, so it outlives its rows. */
  counters: { channel: ChatChannel; name: string; taken: number };
  /** Imported codes, that participants enter or are given. */
  code_pools: {
    id: string;
    name: string;
    created_at: number;
    /** Codes at positions beyond it are of an import that is not finished. */
    size: number;
    /** Whether each of the codes can be shown as such a barcode. */
    ean13: 0 | 1;
    code128: 0 | 1;
  };
  /**
   * `position` counts from 1; `code_key` is the comparable form of the code; `max_uses` is how often
   * it may be entered; `points` are what it is worth.
   */
  pool_codes: {
    pool_id: string;
    position: number;
    code: string;
    code_key: string;
    max_uses: number;
    points: number;
  };
  /** Spans of ids of a data table whose texts are indexed: see search-index.ts. */
  search_blocks: {
    id: Generated<number>;
    table_name: TableName;
    /** The number of the span. */
    block: number;
    /** How many rows it had. */
    rows: number;
    /** Whether a text in it was changed since. */
    stale: 0 | 1;
  };
  search_grams: {
    block_id: number;
    /** Three letters. */
    gram: string;
    /** Where in the block they occur: see postings.ts. */
    places: Uint8Array;
  };
  legal_texts: {
    id: string;
    kind: LegalKind;
    name: string;
    created_at: number;
    archived_at: Generated<number | null>;
    /** {@link LegalContent} as JSON: what the next version will be; null where nothing is changed. */
    draft: string | null;
    revision: number;
  };
  /** Never changed. */
  legal_text_versions: {
    id: string;
    legal_text_id: string;
    number: number;
    /** JSON: title, text and SHA-256 by language. */
    languages: string;
    /** Where it stands as well; may be empty. */
    address: string;
    note: string;
    created_at: number;
    created_by: string;
  };
  /** What a user finds again after a lock; see `preload/contract/memory`. */
  user_memory: {
    user_id: string;
    key: string;
    /** JSON. */
    value: string;
    saved_at: number;
    expires_at: number;
  };
  saved_views: {
    id: string;
    user_id: string;
    table_name: TableName;
    name: string;
    /** Filter, columns and sort as JSON. */
    view: string;
    created_at: number;
  };
  draws: {
    id: string;
    giveaway_id: string;
    giveaway_name: string;
    state: DrawView['state'];
    chance: DrawView['chance'];
    /** JSON: name and number of winners of each. */
    prizes: string;
    substitutes: number;
    prepared_at: number;
    prepared_by: string;
    drawn_at: number | null;
    entry_count: number;
    /** The frozen list: 16 bytes for each chance, in ascending order. */
    entries: Uint8Array;
    list_hash: string;
    seed: string;
    commitment: string;
    public_value: string;
    /** 1: who has won between the preparation and the draw is passed over, too. */
    excludes_winners: number;
    /** Until when winners are to answer, YYYY-MM-DD. */
    reply_by: Generated<string | null>;
    /** JSON: {@link Letter}. */
    letter: Generated<string | null>;
  };
  /** Places of drawn rankings, without anything about who has them: they outlast the rows of winners. */
  draw_places: {
    draw_id: string;
    /** From 1. */
    rank: number;
    prize: string | null;
    status: DrawnPlace['status'];
    reason: DrawnPlace['reason'];
  };
  /** Exports and what is asked for; see {@link ExportRecord}. */
  exports: {
    id: string;
    state: ExportRecord['state'];
    /** The answer to a request for access. */
    is_access: Generated<0 | 1>;
    /** Of such an answer, whose it is, as a hash of erasure-list.ts; null once they are erased, or not known. */
    person: Generated<string | null>;
    /** JSON. That there was a search it says, not for what. */
    selection: string;
    purpose: string;
    rows: number;
    requested_by: string;
    requested_by_name: string;
    requested_at: number;
    decided_by_name: Generated<string | null>;
    decided_at: Generated<number | null>;
    saved_at: Generated<number | null>;
    /** JSON. */
    obligations: Generated<string | null>;
    file: Generated<string | null>;
    bytes: Generated<number | null>;
    sha256: Generated<string | null>;
    delete_by: Generated<number | null>;
    deleted_at: Generated<number | null>;
    deleted_by_name: Generated<string | null>;
    /** From then on it does not exist; the next sweep removes it. */
    expires_at: Generated<number>;
  };
  /** The rows that a request found by its search: the request knows them by their ids only. */
  export_rows: {
    export_id: string;
    table_name: TableName;
    /** Never given again: that of a deleted row means nothing. */
    row_id: number;
  };
  /** What people ask for; see `preload/contract/requests`. */
  requests: {
    id: string;
    reference: string;
    kind: RequestKind;
    state: RequestState;
    /** As it was entered, and in its comparable form; null once the person is erased. */
    email: string | null;
    email_key: string | null;
    received_on: string;
    due_on: string;
    note: string;
    caretaker: string;
    caretaker_name: string;
    created_at: number;
    closed_at: Generated<number | null>;
    expires_at: number;
  };
  request_steps: {
    id: Generated<number>;
    request_id: string;
    at: number;
    user: string;
    /** {@link RequestStep} as JSON. */
    step: string;
  };
  /** One row. The key is in every backup, and does not change with the key of the database. */
  erasure_key: {
    id: Generated<1>;
    key: Uint8Array;
    /** The longest that rows could be kept so far, in days. */
    longest_days: number;
  };
  /** Who was erased, as a keyed hash; see erasure-list.ts. An empty channel stands for all. */
  erasures: {
    person: string;
    channel: ChatChannel | '';
    erased_at: number;
    until_ms: number;
  };
  audit_log: {
    seq: number;
    at: number;
    user: string;
    action: string;
    details: string;
    hash: string;
  };
}
