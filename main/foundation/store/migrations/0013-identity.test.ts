import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmptyStore, insertRows, participation } from '../../../../tests/support/store';
import { emailKey } from '../../person/email-key';
import { matches } from '../data-filter';
import { migrate } from '.';

const PLAIN = 'anna@xn--mller-kva.example';
const READABLE = 'anna@müller.example';

/** A database of the last version. */
async function lastVersion() {
  const test = createEmptyStore();
  await migrate(test.store, '0011-erasures');
  const all = (sql: string) => test.connection.prepare(sql).all();
  const pluck = (sql: string) => test.connection.prepare(sql).pluck().all();
  return { ...test, all, pluck };
}

const rowOf = (email: string, changes: Record<string, string | number | null> = {}) =>
  participation({ email, email_key: email.toLowerCase(), channel: 'kiosk', ...changes });

describe('addresses of an existing workspace', () => {
  it('have one key, can be read, and are still limited to one participation', async () => {
    const test = await lastVersion();
    insertRows(test, 'participations', [
      rowOf('Anna@xn--mller-kva.example', {
        unique_key: `kiosk ["summer","${PLAIN}","ever"]`,
      }),
      rowOf('bob@example.com', { unique_key: 'kiosk ["summer","bob@example.com","ever"]' }),
    ]);
    await migrate(test.store);
    expect(test.all('select email, email_key, unique_key from participations order by id')).toEqual(
      [
        {
          email: 'Anna@müller.example',
          email_key: READABLE,
          unique_key: `kiosk ["summer","${READABLE}","ever"]`,
        },
        {
          email: 'bob@example.com',
          email_key: 'bob@example.com',
          unique_key: 'kiosk ["summer","bob@example.com","ever"]',
        },
      ],
    );
    expect(test.pluck(`select value from settings where key = 'scrub'`)).toEqual([
      '{"asked":1,"done":0}',
    ]);
  });

  it('leave nothing to wipe where none of them changes', async () => {
    const test = await lastVersion();
    insertRows(test, 'participations', [rowOf('bob@example.com')]);
    await migrate(test.store);
    expect(test.pluck(`select value from settings where key = 'scrub'`)).toEqual([]);
  });

  it('lose no row where two customers become one: who lives longer has the key', async () => {
    const test = await lastVersion();
    const customer = (email: string, expires_at: number) => {
      const row = rowOf(email, { unique_key: `kiosk ${email}`, expires_at });
      const { giveaway_id: _id, giveaway_name: _name, participation_id: _own, ...known } = row;
      return { ...known, last_active_at: expires_at };
    };
    insertRows(test, 'customers', [customer(PLAIN, 10), customer(READABLE, 20)]);
    insertRows(test, 'customers', [customer('jo@xn--strae-oqa.de', 20)]);
    insertRows(test, 'customers', [customer('jo@straße.de', 10)]);
    await migrate(test.store);
    expect(test.all('select email_key, unique_key from customers order by id')).toEqual([
      { email_key: READABLE, unique_key: null },
      { email_key: READABLE, unique_key: `kiosk ${READABLE}` },
      { email_key: 'jo@straße.de', unique_key: 'kiosk jo@straße.de' },
      { email_key: 'jo@straße.de', unique_key: null },
    ]);
  });

  it('are known in variables, and to the holds that are about them', async () => {
    const test = await lastVersion();
    test.connection.exec(`insert into variables (module_id, email_key, name, value, created_at,
        expires_at, experience_id, experience_name, session_id, channel)
      values ('m', '${PLAIN}', 'email', '${PLAIN}', 1, 2, 'e', 'E', 's', 'kiosk'),
        ('m', '${PLAIN}', 'city', 'xn--a', 1, 2, 'e', 'E', 's', 'kiosk')`);
    test.connection.exec(`insert into legal_holds (id, kind, subject, label, reason, until_ms,
        requested_by, requested_by_name, requested_at)
      values ('h', 'person', '${PLAIN}', '${PLAIN}', 'r', 9, 'u', 'U', 1),
        ('g', 'giveaway', 'xn--mller-kva', 'xn--mller-kva', 'r', 9, 'u', 'U', 1)`);
    await migrate(test.store);
    expect(test.all('select name, value, email_key from variables order by id')).toEqual([
      { name: 'email', value: READABLE, email_key: READABLE },
      { name: 'city', value: 'xn--a', email_key: READABLE },
    ]);
    expect(test.all('select subject, label from legal_holds order by id')).toEqual([
      { subject: 'xn--mller-kva', label: 'xn--mller-kva' },
      { subject: READABLE, label: READABLE },
    ]);
  });

  it('are found by the search in either form, once what was indexed is indexed anew', async () => {
    const test = await lastVersion();
    insertRows(test, 'participations', [rowOf(PLAIN)]);
    test.connection.exec("insert into search_blocks values (1, 'answers', 0, 3, 0)");
    await migrate(test.store);
    expect(test.pluck('select id from search_blocks where stale = 1')).toEqual([1]);
    for (const search of ['müller', 'MULLER', 'xn--mller-kva', PLAIN, `<${READABLE}>`]) {
      const found = await test.store
        .selectFrom('participations')
        .select('id')
        .where(matches('participations', { search }))
        .execute();
      expect(found).toHaveLength(1);
    }
  });

  it('never break a constraint, whichever of them are one', async () => {
    const domain = fc.constantFrom(
      'xn--mller-kva.example',
      'müller.example',
      'mu\u0308ller.example',
      'ｘ.example',
      'x.example',
    );
    const kept = fc.tuple(domain, fc.nat(3), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(kept, { selector: String }), async (rows) => {
        const test = await lastVersion();
        for (const [host, lives, isLimited] of rows) {
          const key = `a@${host}`;
          const unique_key = isLimited ? `kiosk ["summer","${key}","ever"]` : `kiosk ${key}`;
          if (test.pluck(`select 1 from participations where unique_key = '${unique_key}'`).length)
            continue;
          insertRows(test, 'participations', [rowOf(key, { unique_key, expires_at: lives })]);
        }
        const before = test.all('select id, email_key, unique_key from participations');
        await migrate(test.store);
        const after = test.all(
          'select email_key, unique_key from participations order by id',
        ) as Record<string, string | null>[];
        expect(after.map(({ email_key }) => email_key)).toEqual(
          (before as { email_key: string }[]).map(({ email_key }) => emailKey(email_key)),
        );
        const limits = (some: { email_key: unknown; unique_key: unknown }[]) =>
          new Set(
            some
              .filter(({ unique_key }) => unique_key !== null)
              .map(
                ({ email_key, unique_key }) =>
                  `${emailKey(String(email_key))} ${String(unique_key).includes('[')}`,
              ),
          );
        expect(limits(after as never)).toEqual(limits(before as never));
        await test.store.destroy();
      }),
      { numRuns: 25 },
    );
  });
});
