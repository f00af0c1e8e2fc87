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

/** What a row says about the person of a conversation. */
export type Contact = Readonly<Record<string, string | number | null>>;

type Reading = (row: StoredRow) => readonly Found[];

const declared = (table: TableName, name: string): Column | undefined =>
  (dataTables[table].columns as Columns)[name];

function columnOf(table: TableName, name: string): Column {
  const column = declared(table, name);
  if (!column) throw new Error(`${table} has no column ${name}.`);
  return column;
}

const text = (value: string | number | null | undefined): string => String(value ?? '');

/**
 * Makes the parts of a thing: a column for each, whose title is the thing's own. Those that the table
 * does not declare are left out.
 */
function partsOf(
  table: TableName,
  row: StoredRow,
  thing: Pick<Found, 'topic' | 'key' | 'title'>,
  parts: readonly (readonly [part: string, column: string, joining: Joining])[],
): Found[] {
  return parts.flatMap(([part, name, joining]) => {
    const column = declared(table, name);
    return column ? { ...thing, part, column, joining, value: row[name] ?? null } : [];
  });
}

/** What each table adds to the row of a conversation beside the contact. */
const READINGS: Partial<Record<TableName, Reading>> = {
  variables: (row) => {
    const name = text(row.name);
    if ((CONTACT_VARIABLES as readonly string[]).includes(name)) return [];
    return partsOf('variables', row, { topic: 'variable', key: name, title: name }, [
      ['', 'value', 'last'],
      ['id', 'option_ids', 'last'],
    ]);
  },
  answers: (row) => {
    const key = `${text(row.module_id)}/${text(row.question_id)}`;
    return partsOf('answers', row, { topic: 'question', key, title: text(row.question) }, [
      ['', 'answer', 'last'],
      ['id', 'option_ids', 'last'],
      ['score', 'score', 'last'],
    ]);
  },
  consents: (row) =>
    partsOf(
      'consents',
      row,
      { topic: 'consent', key: text(row.consent_id), title: text(row.consent_name) },
      [
        ['', 'action', 'last'],
        ['time', 'created_at', 'last'],
      ],
    ),
  participations: (row) =>
    partsOf(
      'participations',
      row,
      { topic: 'giveaway', key: text(row.giveaway_id), title: text(row.giveaway_name) },
      [
        ['', 'created_at', 'last'],
        ['id', 'participation_id', 'list'],
      ],
    ),
  winners: (row) =>
    partsOf(
      'winners',
      row,
      { topic: 'draw', key: text(row.draw_id), title: text(row.giveaway_name) },
      [
        ['place', 'rank', 'last'],
        ['prize', 'prize_name', 'list'],
        ['status', 'status', 'list'],
      ],
    ),
  instant_wins: (row) =>
    partsOf('instant_wins', row, { topic: 'instant_win', key: '', title: '' }, [
      ['', 'result', 'list'],
      ['prize', 'prize_name', 'list'],
    ]),
  codes: (row) =>
    partsOf('codes', row, { topic: 'code', key: text(row.pool_id), title: text(row.pool_name) }, [
      [text(row.action), 'code', 'list'],
    ]),
  loyalty: (row) =>
    partsOf('loyalty', row, { topic: 'points', key: '', title: '' }, [['', 'points', 'sum']]),
  files: (row) =>
    partsOf('files', row, { topic: 'files', key: '', title: '' }, [
      ['', 'file_name', 'list'],
      ['id', 'file_id', 'list'],
    ]),
};

export const readingOf = (table: TableName): Reading => READINGS[table] ?? (() => []);

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

/** What is read of a table: what is declared, and by which module. */
export const columnsRead = (table: TableName): string[] => [
  ...columnNames(table),
  'module_id',
  'email_key',
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

export function contactOf(table: TableName, row: StoredRow): Contact {
  if (table === 'variables') {
    const name = text(row.name);
    const isContact = (CONTACT_VARIABLES as readonly string[]).includes(name);
    return isContact ? { [name]: row.value ?? null } : {};
  }
  const { email, ...known } = row;
  if (!['winners', 'participations', 'customers'].includes(table)) return { email: email ?? null };
  return { email: email ?? null, ...pick(known, CONTACT_VARIABLES) };
}

function pick(row: Contact, names: readonly string[]): Contact {
  return Object.fromEntries(
    names.flatMap((name) => (name in row ? [[name, row[name] ?? null]] : [])),
  );
}
