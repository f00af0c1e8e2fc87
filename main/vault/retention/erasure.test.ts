import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { filesWith, marker, tracesOnDisk } from '../../../tests/support/pages-on-disk';
import {
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import { BLOCK_ROWS } from '../../foundation/store/search/postings';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { deleteAll, deleteRow } from './deletions';
import { isScrubDue, scrub } from './scrub';
import { sweepExpired } from './sweep';

const ROWS = 12_000;
const CHUNK = 50;
const ACTOR = { name: 'Ann' };

/** Rows of four tables in random order, each with its own marker in text, key and index columns. */
async function filled() {
  const test = await openTestStore();
  const gone = new Set<string>();
  const kept = new Set<string>();
  for (let rows = 0; rows < ROWS; rows += 4 * CHUNK) {
    insertRows(
      test,
      'participations',
      Array.from({ length: 2 * CHUNK }, () => person(mark())),
    );
    insertRows(
      test,
      'winners',
      Array.from({ length: CHUNK }, () => person(mark())),
    );
    insertRows(
      test,
      'variables',
      Array.from({ length: CHUNK }, () => variable(mark())),
    );
  }
  // Rows that grow push their neighbours to other pages, of which SQLite leaves old copies behind.
  test.connection.exec(
    `update participations set street = street || hex(randomblob(200)) where id % 3 = 0`,
  );
  return { test, gone, kept };

  function mark(): { text: string; expires_at: number } {
    const isExpired = randomInt(2) === 0;
    const text = marker();
    (isExpired ? gone : kept).add(text);
    return {
      text,
      expires_at: isExpired ? NOW_MS - randomInt(DAY_MS) : NOW_MS + 1 + randomInt(DAY_MS),
    };
  }
}

function person({ text, expires_at }: { text: string; expires_at: number }) {
  // Of varying length, so that rows move between pages.
  const street = 'x'.repeat(randomInt(400));
  return participation({ expires_at, email: text, email_key: text, unique_key: text, street });
}

function variable(mark: { text: string; expires_at: number }) {
  const {
    giveaway_name: _,
    giveaway_id: __,
    participation_id: ___,
    email: ____,
    ...common
  } = participation();
  return { ...common, expires_at: mark.expires_at, name: 'email', value: mark.text };
}

const traces = ({ file, key }: TestStore, of: ReadonlySet<string>) => tracesOnDisk(file, key, of);

describe('of rows that are gone, nothing can be found on the disk', () => {
  it('after a sweep, while the others are still there', async () => {
    const { test, gone, kept } = await filled();
    expect(gone.size + kept.size).toBeGreaterThanOrEqual(10_000);
    await sweepExpired(openAgain(test), { nowMs: NOW_MS });
    expect(traces(test, gone)).toEqual([]);
    expect(new Set(traces(test, kept).map(({ value }) => value))).toEqual(kept);
  });

  it('after all rows of each table were deleted', async () => {
    const { test, gone, kept } = await filled();
    for (const table of ['participations', 'winners', 'variables'] as const) {
      await deleteAll(test.store, ACTOR, { table, confirmedRows: ROWS }, NOW_MS);
    }
    await scrub(openAgain(test), NOW_MS);
    expect(traces(test, new Set([...gone, ...kept]))).toEqual([]);
  });

  it('after rows were deleted one by one, with one scrub for all of them', async () => {
    const { test } = await filled();
    const rows = test.connection
      .prepare('select id, email from participations order by random() limit 200')
      .all() as { id: number; email: string }[];
    for (const { id } of rows) await deleteRow(test.store, ACTOR, 'participations', id, NOW_MS);
    await scrub(openAgain(test), NOW_MS);
    expect(traces(test, new Set(rows.map(({ email }) => email)))).toEqual([]);
  });
});

describe('of a text that the search index had taken apart, nothing can be found on the disk', () => {
  /** Letters that stand together nowhere else: what the index keeps of a name is three of them. */
  const GRAM = 'ѫѯѱ';
  const NAME = `${GRAM}ѳѵ`;

  async function indexed() {
    const test = await openTestStore();
    const rows = Array.from({ length: 2 * BLOCK_ROWS }, (_, index) =>
      participation({ email: `person${index}@example.com`, lastname: index === 99 ? NAME : 'Lee' }),
    );
    insertRows(test, 'participations', rows);
    await refreshSearchIndex(test.store);
    await emptyWriteAheadLog(test.store);
    test.connection.exec(`update participations set lastname = 'Lee' where id = 100`);
    test.connection.exec(`update search_blocks set stale = 0`);
    test.connection.exec('vacuum');
    await emptyWriteAheadLog(test.store);
    return test;
  }

  it('after its row was deleted and scrubbed, and not before', async () => {
    const test = await indexed();
    // It is in the index alone.
    expect(filesWith(test.file, test.key, NAME)).toEqual([]);
    expect(filesWith(test.file, test.key, GRAM)).toEqual(['vault.db']);
    await deleteRow(test.store, ACTOR, 'participations', 100, NOW_MS);
    expect(filesWith(test.file, test.key, GRAM)).toEqual(['vault.db']);
    await scrub(openAgain(test), NOW_MS);
    expect(filesWith(test.file, test.key, GRAM)).toEqual([]);
  });

  it('after its row has expired and was swept', async () => {
    const test = await indexed();
    test.connection.exec(`update participations set expires_at = 1 where id between 50 and 150`);
    await sweepExpired(openAgain(test), { nowMs: NOW_MS });
    expect(filesWith(test.file, test.key, GRAM)).toEqual([]);
  });
});

it('the search would find them: they stay on the disk when they are only deleted', async () => {
  const { test, gone } = await filled();
  for (const table of ['participations', 'winners', 'variables']) {
    test.connection.prepare(`delete from ${table} where expires_at <= ?`).run(NOW_MS);
  }
  const inLog = traces(test, gone).filter(({ file }) => file.endsWith('-wal'));
  expect(new Set(inLog.map(({ value }) => value))).toEqual(gone);
  // With secure_delete and an empty log, some are still left in pages that were balanced.
  await emptyWriteAheadLog(test.store);
  const left = traces(test, gone);
  expect(left.length).toBeGreaterThan(0);
  expect(left.every(({ file }) => file === 'vault.db')).toBe(true);
  // The measure that makes the difference:
  test.connection.exec('vacuum');
  await emptyWriteAheadLog(test.store);
  expect(traces(test, gone)).toEqual([]);
});

describe('a scrub', () => {
  it('is due from the deletion on until it has happened, also after a restart', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation()]);
    expect(await isScrubDue(test.store)).toBe(false);
    await deleteRow(test.store, ACTOR, 'participations', 1, NOW_MS);
    expect(await isScrubDue(openAgain(test))).toBe(true);
    await sweepExpired(test.store, { nowMs: NOW_MS });
    expect(await isScrubDue(test.store)).toBe(false);
  });

  it('is still due when a row was deleted while it ran', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation(), participation()]);
    await deleteRow(test.store, ACTOR, 'participations', 1, NOW_MS);
    const scrubbing = scrub(openAgain(test), NOW_MS);
    await deleteRow(test.store, ACTOR, 'participations', 2, NOW_MS);
    await scrubbing;
    expect(await isScrubDue(test.store)).toBe(true);
  });
});
