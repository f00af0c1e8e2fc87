import type { Store } from '../../../foundation/store/database';
import { cellsOf, type Sheet } from '../sheet';
import type { CellChunk } from '../table-cells';
import { type Field, keyOf } from './columns';
import { type Found, putContact, readingOf } from './fields';
import { readBlock, type StoredRow } from './read-rows';
import type { Survey } from './survey';

/** Of a spreadsheet's cell. */
const BETWEEN = '; ';
/** Rows that are encoded at once. */
const CHUNK_ROWS = 500;

/**
 * One row per conversation, in the order of their beginnings, made batch by batch: the rows of a batch
 * lie near one another in every table, so that each is read once or twice.
 */
export function participantsSheet(
  store: Store,
  found: Survey,
  fields: readonly Field[],
  signal: AbortSignal,
): Sheet {
  return {
    name: 'participants',
    columns: fields,
    chunks: async function* () {
      const places = placesOf(fields);
      let from = 0;
      for (const [batch, end] of found.ends.entries()) {
        const rows = new Map<number, Row>();
        for (const session of found.order.subarray(from, end)) rows.set(session, {});
        for (const block of found.blocks) {
          if (!block.batches.has(batch)) continue;
          signal.throwIfAborted();
          for (const row of await readBlock(store, block.source, block)) {
            const session = found.sessions.find(String(row.session_id));
            const target = session === undefined ? undefined : rows.get(session);
            if (target) enter(target, places, block.source.table, row, found);
          }
        }
        yield* encoded([...rows.values()], fields.length);
        from = end;
      }
    },
  };
}

/** Values by the number of their columns. */
type Row = Record<number, string | number>;

type Places = ReadonlyMap<string, { readonly index: number; readonly field: Field }>;

const placeOf = (topic: Field['topic'], key: string, part: string): string =>
  topic === null ? key : `${keyOf(topic, key)} ${part}`;

function placesOf(fields: readonly Field[]): Places {
  return new Map(
    fields.map((field, index) => [placeOf(field.topic, field.key, field.part), { index, field }]),
  );
}

function enter(
  target: Row,
  places: Places,
  table: Parameters<typeof readingOf>[0],
  stored: StoredRow,
  { withdrawals }: Survey,
): void {
  const row = table === 'consents' ? withdrawals.asItStands(stored) : stored;
  const put = (
    name: string,
    value: string | number | null | undefined,
    joining = keepLast,
  ): void => {
    const place = places.get(name);
    if (!place || value === null || value === undefined) return;
    const before = target[place.index];
    target[place.index] = before === undefined ? value : joining(before, value);
  };
  put('created_at', stored.created_at, earliest);
  put('expires_at', stored.expires_at, earliest);
  for (const name of ['experience_name', 'experience_id', 'session_id', 'channel']) {
    put(name, stored[name]);
  }
  putContact(table, stored, put);
  for (const { topic, key, part, joining, value } of readingOf(table)(row)) {
    put(placeOf(topic, key, part), value, JOININGS[joining]);
  }
}

type Join = (before: string | number, value: string | number) => string | number;

const keepLast: Join = (_, value) => value;
const earliest: Join = (before, value) => Math.min(Number(before), Number(value));
const JOININGS: Readonly<Record<Found['joining'], Join>> = {
  last: keepLast,
  list: (before, value) => `${before}${BETWEEN}${value}`,
  sum: (before, value) => Number(before) + Number(value),
};

function* encoded(rows: readonly Row[], columns: number): Generator<CellChunk> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const some = rows.slice(from, from + CHUNK_ROWS);
    yield { rows: some.length, cells: cellsOf(some.flatMap((row) => textsOf(row, columns))) };
  }
}

const textsOf = (row: Row, columns: number): string[] =>
  Array.from({ length: columns }, (_, index) => String(row[index] ?? ''));
