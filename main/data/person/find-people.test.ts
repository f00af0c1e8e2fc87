import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { BLOCK_ROWS } from '../../foundation/store/search/postings';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { findPeople } from './find-people';

const MAX = 'max.mustermann@firma.de';

function row(email: string | null, changes: Record<string, string | number | null> = {}) {
  return {
    ...participation({ email, email_key: email, session_id: `session of ${email}` }),
    firstname: null,
    lastname: null,
    phone: null,
    ...changes,
  };
}

async function withPeople(): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(test, 'participations', [
    row(MAX, { firstname: 'Maximilian', lastname: 'Müstermann', phone: '+491711234567' }),
    row('zoe@example.com', { firstname: 'Zoë', lastname: 'de la Cruz', phone: '030/99 88-77' }),
    row('gone@example.com', { firstname: 'Goner', expires_at: NOW_MS }),
  ]);
  return test;
}

const find = ({ store }: TestStore, text: string, limit = 50) =>
  findPeople(store, { text, limit, nowMs: NOW_MS });
const emails = async (test: TestStore, text: string) =>
  (await find(test, text)).people.map(({ email }) => email);

/** Rows enough for the index to have blocks of them. */
function fill(test: TestStore): void {
  const crowd = Array.from({ length: BLOCK_ROWS }, (_, index) =>
    row(`crowd${index}@example.org`, { phone: `+4330${1_000_000 + index}` }),
  );
  insertRows(test, 'participations', crowd);
}

it('finds somebody by each form of the address, whichever of them the row holds', async () => {
  const test = await openTestStore();
  const key = 'anna@müller.example';
  insertRows(test, 'participations', [
    { ...row(key), email: 'anna@xn--mller-kva.example' },
    { ...row('jo@example.com') },
    // From before the address was known.
    { ...row(key), email: null, session_id: 'other' },
  ]);
  for (const text of [
    'müller',
    'MULLER',
    'anna@mü',
    'xn--mller-kva',
    'anna@xn--mller-kva.example',
    'Anna <ANNA@Müller.example>,',
    'mailto:anna@müller.example',
    'ａｎｎａ@müller',
  ]) {
    expect(await emails(test, text), text).toEqual([key]);
  }
  for (const text of ['\u200B', '<', '"']) expect(await emails(test, text), text).toEqual([]);
});

describe.each([false, true])('a search for people, by the index: %s', (isIndexed) => {
  async function people(): Promise<TestStore> {
    const test = await withPeople();
    if (!isIndexed) return test;
    fill(test);
    await refreshSearchIndex(test.store);
    expect(test.connection.prepare('select count(*) from search_blocks').pluck().get()).toBe(1);
    return test;
  }

  it('finds somebody by any part of the address or a name', async () => {
    const test = await people();
    for (const text of ['max', 'MAX.', 'mustermann@', 'firma.de', 'xim', 'müster', 'muster', MAX]) {
      expect(await emails(test, text), text).toEqual([MAX]);
    }
    for (const text of ['zoe', 'Zoë', 'cruz', 'de la cruz', 'zoe cruz', 'cruz zoe@']) {
      expect(await emails(test, text), text).toEqual(['zoe@example.com']);
    }
    for (const text of ['maxi cruz', 'goner', 'gone@', 'nobody', '%', '_', "'"]) {
      expect(await emails(test, text), text).toEqual([]);
    }
  });

  it.each([
    '+491711234567',
    '+49 171 1234567',
    '0049 171/12 34 567',
    '+49 (0)171 1234567',
    '0171 1234567',
    '0171-1234567',
    '(0171) 123 45 67',
    '1711234567',
    '234567',
    '+49 171 123',
    '\u202A+49 171 1234567\u202C',
    '０１７１ １２３４５６７',
    'tel:+49-171-1234567',
    '+49 171 1234567 ext. 12',
  ])('finds somebody by the phone number written %s', async (text) => {
    expect(await emails(await people(), text)).toEqual([MAX]);
  });

  it.each(['030/998877', '030 99 88 77', '+49 30 998877', '998877', '99 88-77'])(
    'finds a number that is stored as it was typed by %s',
    async (text) => {
      expect(await emails(await people(), text)).toEqual(['zoe@example.com']);
    },
  );
});

it('says who was found, by name and number, from whichever row', async () => {
  const test = await withPeople();
  insertRows(test, 'consents', [
    {
      ...Object.fromEntries(
        Object.entries(row(MAX)).filter(
          ([name]) =>
            !/name$|phone|giveaway|participation/.test(name) || name === 'experience_name',
        ),
      ),
    },
  ]);
  expect((await find(test, 'max')).people).toMatchObject([
    { email: MAX, name: 'Maximilian Müstermann', phone: '+491711234567', table: 'participations' },
  ]);
});

it('finds rows whose address is known by another row of the conversation, or by none', async () => {
  const test = await withPeople();
  const { giveaway_id, giveaway_name, participation_id, email, ...plain } = participation({
    session_id: `session of ${MAX}`,
  });
  insertRows(test, 'variables', [
    { ...plain, name: 'phone', value: '0664 1112223' },
    { ...plain, session_id: 'somebody', name: 'firstname', value: 'Ophelia' },
    { ...plain, session_id: 'else', name: 'color', value: 'opheliac' },
    { ...plain, session_id: 'else', email_key: 'known@example.com', name: 'color', value: 'red' },
  ]);
  expect(await emails(test, '+43 664 1112223')).toEqual([MAX]);
  expect((await find(test, 'ophel')).people).toMatchObject([
    { email: null, name: 'Ophelia', table: 'variables', row: 2 },
  ]);
  expect(await emails(test, 'known@')).toEqual(['known@example.com']);
});

it('puts who has exactly the address first, and says when there are more than it shows', async () => {
  const test = await openTestStore();
  insertRows(
    test,
    'participations',
    ['joann@x.de', 'ann@x.de', 'ann@x.de.com'].map((email) => row(email)),
  );
  expect(await emails(test, 'ANN@x.de')).toEqual(['ann@x.de', 'ann@x.de.com', 'joann@x.de']);
  expect(await find(test, 'ann')).toMatchObject({ isMore: false });
  const { people, isMore } = await find(test, 'ann', 2);
  expect([people.length, isMore]).toEqual([2, true]);
});
