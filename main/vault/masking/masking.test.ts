import { describe, expect, it } from 'vitest';
import type { MaskingRule, Role, RowView, TableName } from '../../../preload/contract';
import { openTestStore } from '../../../tests/support/store';
import { writeSetting } from '../../foundation/store/settings';
import { Masking } from './masking';

const rowOf = (id: number, email = 'ann@example.com'): RowView => ({
  id,
  cells: { email, firstname: 'Annabel' },
  isMasked: false,
});

/** Masking for a user of this role, of whom the database knows whether they chose to be masked. */
async function maskingFor(role: Role, { rule, own = false }: { rule: MaskingRule; own?: boolean }) {
  const { store, connection } = await openTestStore();
  const columns = { id: 'u1', name: 'Vera', role, masks_data: own ? 1 : 0, created_at: 0 };
  const names = Object.keys(columns);
  connection
    .prepare(`insert into users (${names}) values (${names.map((name) => `@${name}`)})`)
    .run(columns);
  await writeSetting(store, 'masking_rule', rule);
  const masking = new Masking({ store, signedIn: () => ({ id: 'u1', name: 'Vera', role }) });
  const shown = async (table: TableName, row = rowOf(1)) =>
    (await masking.shown(table, [row]))[0]?.cells;
  return { masking, shown };
}

const CLEAR = { email: 'ann@example.com', firstname: 'Annabel' };
const HIDDEN = { email: 'a•••@e•••.com', firstname: 'A•••' };

describe('personal values are masked', () => {
  it.each([
    ['viewer', 'viewers', false, true],
    ['steward', 'viewers', false, false],
    ['admin', 'viewers', false, false],
    ['steward', 'everyone', false, true],
    ['viewer', 'nobody', false, false],
    ['steward', 'nobody', true, true],
    ['steward', 'viewers', true, true],
  ] as const)(
    'for a %s under the rule %s, own choice %s: %s',
    async (role, rule, own, isMasked) => {
      const { masking, shown } = await maskingFor(role, { rule, own });
      expect((await masking.view()).isMasked).toBe(isMasked);
      expect(await shown('customers')).toEqual(isMasked ? HIDDEN : CLEAR);
      expect(await masking.shownValue('ann@example.com')).toBe(
        isMasked ? HIDDEN.email : CLEAR.email,
      );
    },
  );

  it('but for the row that was revealed, in its table only', async () => {
    const { masking, shown } = await maskingFor('viewer', { rule: 'viewers' });
    masking.reveal('customers', { kind: 'row', id: 1 });
    expect(await shown('customers')).toEqual(CLEAR);
    expect(await shown('customers', rowOf(2))).toEqual(HIDDEN);
    expect(await shown('winners')).toEqual(HIDDEN);
  });

  it('but for the column that was revealed, in its table only', async () => {
    const { masking, shown } = await maskingFor('viewer', { rule: 'viewers' });
    masking.reveal('customers', { kind: 'column', column: 'email' });
    expect(await shown('customers')).toEqual({ ...HIDDEN, email: CLEAR.email });
    expect(await shown('winners')).toEqual(HIDDEN);
  });

  it('again once they are hidden, rows and columns alike', async () => {
    const { masking, shown } = await maskingFor('viewer', { rule: 'viewers' });
    masking.reveal('customers', { kind: 'row', id: 1 });
    masking.reveal('winners', { kind: 'column', column: 'email' });
    expect((await masking.hide()).revealed).toEqual([]);
    expect(await shown('customers')).toEqual(HIDDEN);
    expect(await shown('winners')).toEqual(HIDDEN);
  });
});
