import type { TableName } from '../../../../preload/contract';
import { CONTACT_VARIABLES } from '../../../chat/engine/turn';
import { columnNames, dataTables } from '../../../foundation/store/tables';
import type { Column, Columns } from '../../../foundation/store/tables/define-table';
import type { StoredRow } from './read-rows';

/** What a column of the one-row form is about; the data dictionary has a sentence for each. */
export const TOPICS = [
  'variable',
  'question',
  'consent',
  'giveaway',
  'draw',
  'instant_win',
  'code',
  'points',
  'files',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What becomes of several values of one conversation. */
export type Joining = 'last' | 'list' | 'sum';

/** A value of a row, and the column that it belongs into. */
export interface Found {
  readonly topic: Topic;
  /** By which the column is known, whatever it is called. */
  readonly key: string;
  /** What it is called by its author; the newest counts. */
  readonly title: string;
  /** Which of the columns about the same, `''` for the main one. */
  readonly part: string;
  /** From which personal levels, kinds and neutralising follow. */
  readonly column: Column;
  readonly joining: Joining;
  readonly value: string | number | null;
}

interface Reading {
  /** What it reads of a row. */
  readonly columns: readonly string[];
  readonly read: (row: StoredRow) => readonly Found[];
}

const declared = (table: TableName, name: string): Column | undefined =>
  (dataTables[table].columns as Columns)[name];

function columnOf(table: TableName, name: string): Column {
  const column = declared(table, name);
  if (!column) throw new Error(`${table} has no column ${name}.`);
  return column;
}

const text = (value: string | number | null | undefined): string => String(value ?? '');

type Thing = Pick<Found, 'topic' | 'key' | 'title'>;
type Part = readonly [part: string, column: string, joining: Joining];

/** What a row says about a thing, in as many columns as the table declares of these. */
function reading(
  table: TableName,
  about: readonly string[],
  parts: readonly Part[],
  thingOf: (row: StoredRow) => Thing | null,
): Reading {
  const known = parts.flatMap(([part, name, joining]) => {
    const column = declared(table, name);
    return column ? [{ part, name, column, joining }] : [];
  });
  return {
    columns: [...about, ...known.map(({ name }) => name)],
    read: (row) => {
      const thing = thingOf(row);
      if (!thing) return [];
      const { topic, key, title } = thing;
      return known.map(({ part, name, column, joining }) => ({
        ...{ topic, key, title, part, column, joining, value: row[name] ?? null },
      }));
    },
  };
}

const CONTACT: ReadonlySet<string> = new Set(CONTACT_VARIABLES);

const CODE_PARTS: readonly Part[] = [['', 'code', 'list']];

/** What each table adds to the row of a conversation beside the contact. */
const READINGS: Partial<Record<TableName, Reading>> = {
  variables: reading(
    'variables',
    ['name'],
    [
      ['', 'value', 'last'],
      ['id', 'option_ids', 'last'],
    ],
    (row) => {
      const name = text(row.name);
      return CONTACT.has(name) ? null : { topic: 'variable', key: name, title: name };
    },
  ),
  answers: reading(
    'answers',
    ['module_id', 'question_id', 'question'],
    [
      ['', 'answer', 'last'],
      ['id', 'option_ids', 'last'],
      ['score', 'score', 'last'],
    ],
    (row) => ({
      topic: 'question',
      key: `${text(row.module_id)}/${text(row.question_id)}`,
      title: text(row.question),
    }),
  ),
  consents: reading(
    'consents',
    ['consent_id', 'consent_name'],
    [
      ['', 'action', 'last'],
      ['time', 'created_at', 'last'],
    ],
    (row) => ({ topic: 'consent', key: text(row.consent_id), title: text(row.consent_name) }),
  ),
  participations: reading(
    'participations',
    ['giveaway_id', 'giveaway_name'],
    [
      ['', 'created_at', 'last'],
      ['id', 'participation_id', 'list'],
    ],
    (row) => ({ topic: 'giveaway', key: text(row.giveaway_id), title: text(row.giveaway_name) }),
  ),
  winners: reading(
    'winners',
    ['draw_id', 'giveaway_name'],
    [
      ['place', 'rank', 'last'],
      ['prize', 'prize_name', 'list'],
      ['status', 'status', 'list'],
    ],
    (row) => ({ topic: 'draw', key: text(row.draw_id), title: text(row.giveaway_name) }),
  ),
  instant_wins: reading(
    'instant_wins',
    [],
    [
      ['', 'result', 'list'],
      ['prize', 'prize_name', 'list'],
    ],
    () => ({ topic: 'instant_win', key: '', title: '' }),
  ),
  codes: codeReading(),
  loyalty: reading('loyalty', [], [['', 'points', 'sum']], () => ({
    ...{ topic: 'points', key: '', title: '' },
  })),
  files: reading(
    'files',
    [],
    [
      ['', 'file_name', 'list'],
      ['id', 'file_id', 'list'],
    ],
    () => ({ topic: 'files', key: '', title: '' }),
  ),
};

/** What was entered and what was issued stand apart. */
function codeReading(): Reading {
  const code = reading('codes', ['action', 'pool_id', 'pool_name'], CODE_PARTS, (row) => ({
    ...{ topic: 'code', key: text(row.pool_id), title: text(row.pool_name) },
  }));
  const read: Reading['read'] = (row) =>
    code.read(row).map((found) => ({ ...found, part: text(row.action) }));
  return { ...code, read };
}

const NOTHING: Reading['read'] = () => [];

export const readingOf = (table: TableName): Reading['read'] => READINGS[table]?.read ?? NOTHING;

/**
 * The tables that a row is made of, in the order in which they are read: what the conversation knows
 * of its person at last stands in its variables, a draw copies what it found.
 */
export const SOURCES = [
  'winners',
  'participations',
  'customers',
  'variables',
  'answers',
  'consents',
  'instant_wins',
  'codes',
  'loyalty',
  'files',
] as const satisfies readonly TableName[];

/** What is read of a table to find out who is in it and which columns there are. */
export const columnsSurveyed = (table: TableName): string[] => [
  ...new Set(['session_id', 'created_at', ...BOOKKEEPING, ...(READINGS[table]?.columns ?? [])]),
];

/** By these it is known who has withdrawn a consent. */
const BOOKKEEPING = ['channel', 'email_key'];

/** What is read of a table to be put into the file. */
export const columnsRead = (table: TableName): string[] => [
  ...new Set([
    ...columnsSurveyed(table),
    ...columnNames(table).filter((name) => name in LEADING_COLUMNS || name in TRAILING_COLUMNS),
  ]),
];

/** In the order of the file: first what tells people apart, in the end what machines need. */
export const LEADING_COLUMNS: Readonly<Record<string, Column>> = {
  created_at: columnOf('customers', 'created_at'),
  ...Object.fromEntries(CONTACT_VARIABLES.map((name) => [name, columnOf('customers', name)])),
  experience_name: columnOf('customers', 'experience_name'),
};
export const TRAILING_COLUMNS: Readonly<Record<string, Column>> = Object.fromEntries(
  ['experience_id', 'session_id', 'channel', 'expires_at'].map((name) => [
    name,
    columnOf('customers', name),
  ]),
);

const CONTACT_TABLES: ReadonlySet<string> = new Set(['winners', 'participations', 'customers']);

/** Tells `put` what a row says about the person of a conversation. */
export function putContact(
  table: TableName,
  row: StoredRow,
  put: (name: string, value: string | number | null | undefined) => void,
): void {
  if (table === 'variables') {
    const name = text(row.name);
    if (CONTACT.has(name)) put(name, row.value);
  } else if (CONTACT_TABLES.has(table)) {
    for (const name of CONTACT_VARIABLES) put(name, row[name]);
  } else put('email', row.email);
}
