import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type ExportSelection, TABLE_NAMES, type TableName } from '../../../../preload/contract';
import { extractWith7Zip } from '../../../../tests/support/archive';
import { exportTask, selectionOf } from '../../../../tests/support/exports';
import { temporaryFolder } from '../../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../../tests/support/now';
import {
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../../tests/support/store';
import { undoNeutralise } from '../../../foundation/files/csv';
import { dataTables } from '../../../foundation/store/tables';
import { oneTimePassword } from '../../../vault/workspace/one-time-password';
import { countExported } from '../count-rows';
import { exportTables } from '../export-tables';
import type { Writing } from '../write-export';

const password = oneTimePassword();
const EVERYONE = TABLE_NAMES.filter((name) => name !== 'runtime_log');

type Changes = Record<string, string | number | null>;

/** A row of a conversation in any table; only what the table has beside what all have is said. */
function put(test: TestStore, table: TableName, session: string, changes: Changes): void {
  const {
    email: _email,
    giveaway_name: _name,
    giveaway_id: _giveaway,
    participation_id: _participation,
    ...common
  } = participation({ session_id: session, channel: 'kiosk' });
  insertRows(test, table, [{ ...common, ...changes }]);
}

const joins = (test: TestStore, session: string, changes: Changes = {}) =>
  put(test, 'participations', session, {
    ...{ email: `${session}@example.com`, email_key: `${session}@example.com` },
    ...{ giveaway_id: 'summer', giveaway_name: 'Summer raffle', participation_id: `p-${session}` },
    ...changes,
  });

const answers = (test: TestStore, session: string, changes: Changes) =>
  put(test, 'answers', session, { question_id: 'q1', question: 'How was it?', ...changes });

const sets = (test: TestStore, session: string, name: string, value: string) =>
  put(test, 'variables', session, { name, value });

async function save(
  { store }: Pick<TestStore, 'store'>,
  changes: Partial<ExportSelection> = {},
  writing: Partial<Writing> = {},
) {
  const file = join(temporaryFolder(), 'export.zip');
  const context = {
    ...{ store, nowMs: NOW_MS, report: () => undefined },
    ...{ signal: new AbortController().signal, ...writing },
  };
  const selection = selectionOf({ form: 'participants', tables: EVERYONE, ...changes });
  const { rows } = await exportTables(context, { ...exportTask(selection), password, file });
  expect(await countExported(context, selection)).toBe(rows);
  const [names = [], ...lines] = Papa.parse<string[]>(
    extractWith7Zip(file, password, 'participants.csv').trimEnd(),
    { newline: '\r\n' },
  ).data;
  expect(lines).toHaveLength(rows);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const people = lines.map(
    (line): Record<string, string> =>
      Object.fromEntries(names.map((name, index) => [name, line[index] ?? ''])),
  );
  const dictionary = extractWith7Zip(file, password, 'data-dictionary.csv');
  return { names, people, dictionary, rows };
}

const FIXED = [
  ...['created_at', 'email', 'firstname', 'lastname', 'street', 'house_number', 'zip', 'city'],
  ...['country', 'phone', 'email_confirmed', 'experience_name'],
];
const LAST = ['experience_id', 'session_id', 'channel', 'expires_at'];

describe('one row per participant', () => {
  it('puts side by side what all tables know of a conversation', async () => {
    const test = await openTestStore();
    joins(test, 'ann', { created_at: NOW_MS - 60_000, zip: '00950', phone: '+4930123456' });
    sets(test, 'ann', 'colour', 'Red');
    answers(test, 'ann', { answer: 'Well', score: 4 });
    put(test, 'consents', 'ann', {
      ...{ consent_id: 'newsletter', consent_name: 'Newsletter', action: 'given' },
    });
    put(test, 'winners', 'ann', {
      ...{ giveaway_id: 'summer', giveaway_name: 'Summer raffle', draw_id: 'draw-1' },
      ...{ prize_name: 'Bike', status: 'winner', rank: 1, email: 'ann@example.com' },
    });
    put(test, 'files', 'ann', { file_name: 'a.pdf', file_id: 'f1' });
    put(test, 'files', 'ann', { file_name: 'b.pdf', file_id: 'f2' });
    put(test, 'loyalty', 'ann', { points: 10, remaining: 10 });
    put(test, 'loyalty', 'ann', { points: -4, remaining: null });
    put(test, 'codes', 'ann', {
      action: 'issued',
      code: 'AAA',
      pool_id: 'v',
      pool_name: 'Vouchers',
    });
    put(test, 'instant_wins', 'ann', { result: 'won', prize_name: 'Bag', prize_id: 'bag' });
    joins(test, 'bob');
    const { names, people } = await save(test);
    expect(names).toEqual([
      ...FIXED,
      'colour',
      'How was it?',
      'How was it? (score)',
      'consent: Newsletter',
      'consent: Newsletter (time)',
      'giveaway: Summer raffle',
      'giveaway: Summer raffle (id)',
      'draw: Summer raffle (place)',
      'draw: Summer raffle (prize)',
      'draw: Summer raffle (status)',
      'instant_win',
      'instant_win (prize)',
      'code: Vouchers (issued)',
      'points',
      'files',
      'files (id)',
      ...LAST,
    ]);
    expect(people[0]).toMatchObject({
      created_at: '2026-07-15T09:59:00.000Z',
      email: 'ann@example.com',
      zip: '00950',
      phone: '+4930123456',
      colour: 'Red',
      'How was it?': 'Well',
      'How was it? (score)': '4',
      'consent: Newsletter': 'given',
      'consent: Newsletter (time)': '2026-07-15T10:00:00.000Z',
      'giveaway: Summer raffle': '2026-07-15T09:59:00.000Z',
      'giveaway: Summer raffle (id)': 'p-ann',
      'draw: Summer raffle (place)': '1',
      'draw: Summer raffle (prize)': 'Bike',
      'draw: Summer raffle (status)': 'winner',
      instant_win: 'won',
      'instant_win (prize)': 'Bag',
      'code: Vouchers (issued)': 'AAA',
      points: '6',
      files: 'a.pdf; b.pdf',
      'files (id)': 'f1; f2',
      session_id: 'ann',
      channel: 'kiosk',
    });
    expect(people[1]).toMatchObject({ email: 'bob@example.com', colour: '', points: '' });
  });

  it('knows a person as they were last known, wherever that is stored', async () => {
    const test = await openTestStore();
    joins(test, 'ann', { city: 'Rom' });
    put(test, 'winners', 'ann', { draw_id: 'd', status: 'winner', email: 'ann@example.com' });
    put(test, 'customers', 'ann', {
      ...{ last_active_at: NOW_MS, email: 'ann@example.com', firstname: 'Ann', city: 'Bern' },
    });
    sets(test, 'ann', 'city', 'Köln');
    sets(test, 'ann', 'street', 'Ring');
    const { names, people } = await save(test);
    expect(people).toMatchObject([
      { email: 'ann@example.com', firstname: 'Ann', city: 'Köln', street: 'Ring' },
    ]);
    expect(names.filter((name) => name.startsWith('city'))).toEqual(['city']);
  });

  it('has a row for each conversation of a person, in the order of their beginnings', async () => {
    const test = await openTestStore();
    for (const [session, at] of [
      ['late', 5],
      ['early', 1],
      ['middle', 3],
    ] as const) {
      joins(test, session, { email: 'ann@example.com', created_at: NOW_MS + at });
    }
    // What comes later in the table, and what was drawn long after.
    sets(test, 'early', 'colour', 'Red');
    const { people, dictionary } = await save(test);
    expect(people.map(({ session_id }) => session_id)).toEqual(['early', 'middle', 'late']);
    expect(dictionary).toContain('somebody who took part in several has several rows');
  });

  it('leaves out what has expired, and says when the first of the others does', async () => {
    const test = await openTestStore();
    joins(test, 'ann', { expires_at: NOW_MS + 2 * DAY_MS });
    put(test, 'variables', 'ann', { name: 'colour', value: 'Red', expires_at: NOW_MS });
    put(test, 'variables', 'ann', { name: 'size', value: 'L', expires_at: NOW_MS + DAY_MS });
    joins(test, 'bob', { expires_at: NOW_MS });
    const { names, people } = await save(test);
    expect(names).not.toContain('colour');
    expect(people).toMatchObject([{ size: 'L', expires_at: '2026-07-16T10:00:00.000Z' }]);
  });

  it('is of those who have a row in the tables that the filter means, with all of theirs', async () => {
    const test = await openTestStore();
    joins(test, 'ann', { street: 'Ring', zip: '00950' });
    joins(test, 'bob');
    joins(test, 'cid', { channel: 'preview' });
    put(test, 'winners', 'ann', { draw_id: 'd', status: 'winner', email: 'ann@example.com' });
    const emails = async (changes: Partial<ExportSelection>) =>
      (await save(test, changes)).people.map(({ email }) => email?.slice(0, 3));
    const winners = await save(test, { tables: ['winners'] });
    expect(winners.people).toMatchObject([
      { email: 'ann@example.com', street: 'Ring', zip: '00950' },
    ]);
    expect(await emails({ channels: 'collected' })).toEqual(['ann', 'bob']);
    expect(await emails({ tables: ['participations'], filter: { search: 'bob' } })).toEqual([
      'bob',
    ]);
    expect(await emails({ filter: { experienceId: 'other' } })).toEqual([]);
  });

  it('gives back what every conversation has set at last, whatever that is', async () => {
    const set = fc.record({
      session: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('colour', 'size', 'city', 'constructor', '__proto__'),
      value: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom('=1', "'=1", '+4930', '-5', ' @x', '\t', '"', '\r\n'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(set, { minLength: 1, maxLength: 12 }), async (rows) => {
        const test = await openTestStore();
        const last = new Map<string, Map<string, string>>();
        for (const { session, name, value } of rows) {
          sets(test, session, name, value);
          last.set(session, (last.get(session) ?? new Map<string, string>()).set(name, value));
        }
        const { people } = await save(test);
        const found = people.map((row) => [row.session_id, new Map(Object.entries(row))] as const);
        expect(found.map(([session]) => session).toSorted()).toEqual([...last.keys()].toSorted());
        for (const [session, cells] of found) {
          for (const [name, value] of last.get(session ?? '') ?? []) {
            expect(undoNeutralise(cells.get(name) ?? '')).toBe(value);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('says that a consent was withdrawn later, in whichever conversation', async () => {
    const test = await openTestStore();
    const consent = (session: string, action: string, at: number, key = 'ann@example.com') =>
      put(test, 'consents', session, {
        ...{ consent_id: 'news', consent_name: 'News', action, email_key: key, email: key },
        created_at: NOW_MS + at,
      });
    consent('first', 'given', 0);
    consent('second', 'withdrawn', 1_000);
    consent('third', 'given', 2_000);
    consent('other', 'given', 0, 'bob@example.com');
    const { people } = await save(test);
    const stands = people.map((row) => [
      row.session_id,
      row['consent: News'],
      row['consent: News (time)'],
    ]);
    expect(stands).toEqual([
      ['first', 'withdrawn', '2026-07-15T10:00:01.000Z'],
      ['other', 'given', '2026-07-15T10:00:00.000Z'],
      ['second', 'withdrawn', '2026-07-15T10:00:01.000Z'],
      ['third', 'given', '2026-07-15T10:00:02.000Z'],
    ]);
  });
});

describe('the columns of one row per participant', () => {
  it('are named by the newest text of a question', async () => {
    const test = await openTestStore();
    answers(test, 'ann', { question: 'How did you like it?', answer: 'a', created_at: NOW_MS + 1 });
    answers(test, 'bob', { question: 'How was it?', answer: 'b' });
    const { names, people } = await save(test);
    expect(names).toContain('How did you like it?');
    expect(people.map((row) => row['How did you like it?'])).toEqual(['b', 'a']);
  });

  it('name nobody where a question speaks to each by name', async () => {
    const test = await openTestStore();
    for (const name of ['Ann', 'Bob', 'Cid', 'Dora']) {
      answers(test, name, { question: `${name}, how was it?`, answer: 'well', score: 3 });
    }
    const { names } = await save(test);
    expect(names).toContain('…, how was it?');
    expect(names.join()).not.toMatch(/Ann|Bob|Cid|Dora/);
    const few = await openTestStore();
    answers(few, 'Ann', { question: 'Hello Ann!', score: 3 });
    answers(few, 'Bob', { question: 'Hello Bob!', score: 3 });
    const { names: anonymous } = await save(few, { level: 'no_identifiers' });
    expect(anonymous).toContain('Hello …! (score)');
  });

  it('that would have one name are told apart by what they are about', async () => {
    const test = await openTestStore();
    answers(test, 'ann', { question_id: 'q1', question: 'Why?', answer: 'a' });
    answers(test, 'ann', { question_id: 'q2', question: 'why?', answer: 'b' });
    sets(test, 'ann', 'channel', 'radio');
    const { people } = await save(test);
    expect(people).toMatchObject([
      {
        'Why? [module-1/q1]': 'a',
        'why? [module-1/q2]': 'b',
        'channel [channel]': 'radio',
        channel: 'kiosk',
      },
    ]);
  });

  it.runIf('option_ids' in dataTables.answers.columns)(
    'have the ids of the chosen options beside their labels, where there are any',
    async () => {
      const test = await openTestStore();
      answers(test, 'ann', { answer: 'Red; Blue', option_ids: 'o1 o2' });
      answers(test, 'ann', { question_id: 'q2', question: 'Why?', answer: 'So' });
      put(test, 'variables', 'ann', { name: 'colour', value: 'Red', option_ids: 'o1' });
      const { names, people } = await save(test);
      expect(people).toMatchObject([
        {
          ...{ 'How was it?': 'Red; Blue', 'How was it? (id)': 'o1 o2', 'Why?': 'So' },
          ...{ colour: 'Red', 'colour (id)': 'o1' },
        },
      ]);
      expect(names).not.toContain('Why? (id)');
    },
  );

  it('are harmless in their heads as in their cells', async () => {
    const test = await openTestStore();
    answers(test, 'ann', { question: '=1+1', answer: '=2+2' });
    const { people } = await save(test);
    expect(people).toMatchObject([{ "'=1+1": "'=2+2" }]);
  });

  it('without direct identifiers are none that say something about a person', async () => {
    const test = await openTestStore();
    joins(test, 'ann');
    sets(test, 'ann', 'colour', 'Red');
    answers(test, 'ann', { answer: 'Well', score: 4 });
    const { names, dictionary } = await save(test, { level: 'no_identifiers' });
    expect(names).toEqual([
      ...['created_at', 'email_confirmed', 'experience_name', 'How was it? (score)'],
      ...['giveaway: Summer raffle', 'giveaway: Summer raffle (id)'],
      ...LAST,
    ]);
    expect(dictionary).not.toMatch(/,yes\r\n/);
  });

  it('with pseudonyms keep what belongs together', async () => {
    const test = await openTestStore();
    joins(test, 'ann', { email: 'ann@example.com' });
    joins(test, 'too', { email: 'Ann@example.com' });
    const { people } = await save(test, { level: 'pseudonymised' });
    const [one, other] = people;
    expect(one?.email).toMatch(/^[0-9a-f]{32}$/);
    expect(other?.email).toBe(one?.email);
    expect(one?.session_id).toMatch(/^[0-9a-f]{32}$/);
    expect(other?.session_id).not.toBe(one?.session_id);
  });

  it('that are too many are refused', async () => {
    const test = await openTestStore();
    joins(test, 'ann');
    const { giveaway_name, giveaway_id, participation_id, email, ...common } = participation();
    const many = Array.from({ length: 2_000 }, (_, index) => `v${index}`);
    insertRows(
      test,
      'variables',
      many.map((name) => ({ ...common, session_id: 'ann', name, value: 'x' })),
    );
    await expect(save(test)).rejects.toThrow('export.too_many_columns');
    expect((await save(test, { level: 'no_identifiers' })).rows).toBe(1);
  });
});

describe('very many participants', () => {
  /** More than are put together at once, whose rows lie apart. */
  async function crowd(): Promise<TestStore> {
    const test = await openTestStore();
    const people = Array.from({ length: 12_000 }, (_, index) => index);
    const row = (index: number, changes: Changes) => {
      const {
        email: _e,
        giveaway_name: _n,
        giveaway_id: _g,
        participation_id: _p,
        ...common
      } = participation({ session_id: `s${index}`, created_at: NOW_MS + index });
      return { ...common, ...changes };
    };
    insertRows(
      test,
      'participations',
      people.map((index) => row(index, { email: `p${index}@example.com`, giveaway_id: 'g' })),
    );
    insertRows(
      test,
      'variables',
      people.toReversed().map((index) => row(index, { name: 'number', value: `${index}` })),
    );
    return test;
  }

  it('are all there, each with what is theirs, as they were at one moment', async () => {
    const test = await crowd();
    const other = openAgain(test);
    const reported: number[] = [];
    const { people } = await save(
      test,
      {},
      {
        report: ({ rows }) => {
          if (reported.push(rows) === 1) void other.deleteFrom('variables').execute();
        },
      },
    );
    expect(reported[0]).toBe(500);
    expect(people).toHaveLength(12_000);
    for (const [index, row] of people.entries()) {
      expect([row.email, row.number]).toEqual([`p${index}@example.com`, `${index}`]);
    }
  });

  it('can be cancelled before the first row is written', async () => {
    const test = await crowd();
    const stop = new AbortController();
    stop.abort();
    await expect(save(test, {}, { signal: stop.signal })).rejects.toThrow(/abort/i);
  });
});
