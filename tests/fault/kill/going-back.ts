import assert from 'node:assert/strict';
import type { Effect } from '../../../main/chat/engine/turn';
import { createEffectStore } from '../../../main/chat/writing/effect-store';
import { createDatabase, openDatabase, reopen } from './database';
import { NOW_MS, originOf } from './rows';
import type { Scenario } from './scenario';

const WITHDRAWN = ['which', 'why', 'since'];

/**
 * A participant goes back and answers otherwise, again and again. What was withdrawn goes whole, and
 * with its receipt; what was said before stays, and what was replaced is again as it was.
 */
export const goingBack: Scenario = {
  prepare: (site) => createDatabase(site, async () => {}),
  run: async (site, acknowledge) => {
    const { transact } = createEffectStore(openDatabase(site));
    for (let chat = 0; ; chat++) {
      const origin = originOf(`session-${chat}`);
      await transact(async (write) => {
        await write(variable('kept', 'first', origin.sessionId), origin, NOW_MS);
      });
      const changes = await transact(async (write) => {
        const writes = [await write(variable('kept', 'second', origin.sessionId), origin, NOW_MS)];
        for (const name of WITHDRAWN)
          writes.push(await write(variable(name, 'x', origin.sessionId), origin, NOW_MS));
        return writes.flatMap((each) => each.changes ?? []);
      });
      acknowledge(`said ${origin.sessionId}`);
      await transact((_write, _link, _isOffered, withdraw) => withdraw(changes, origin, NOW_MS));
      acknowledge(`back ${origin.sessionId}`);
    }
  },
  inspect: (site, acknowledged) =>
    reopen(site, async (store) => {
      const rows = await store
        .selectFrom('variables')
        .select(['session_id', 'name', 'value'])
        .orderBy('id')
        .execute();
      const chats = new Map<string, string[]>();
      for (const { session_id, name, value } of rows) {
        const session = session_id ?? '';
        chats.set(session, [...(chats.get(session) ?? []), `${name}=${value}`]);
      }
      const whole = `kept=second,${WITHDRAWN.map((name) => `${name}=x`).join()}`;
      let withdrawals = 0;
      for (const [session, theirs] of chats) {
        const said = theirs.join();
        const isBack = acknowledged.includes(`back ${session}`);
        assert.ok(said === 'kept=first' || (said === whole && !isBack), `half a chat: ${said}`);
        if (said === 'kept=first' && acknowledged.includes(`said ${session}`)) withdrawals += 1;
      }
      const receipts = await store
        .selectFrom('audit_log')
        .select('details')
        .where('action', '=', 'rows.deleted')
        .execute();
      assert.equal(receipts.length, withdrawals, 'each withdrawal has its receipt');
      for (const { details } of receipts) {
        const { rule, rows } = JSON.parse(details);
        assert.deepEqual({ rule, rows }, { rule: 'withdrawn', rows: WITHDRAWN.length });
      }
    }),
};

function variable(name: string, value: string, sessionId: string): Effect {
  return {
    kind: 'store',
    store: 'variables',
    row: { name, value },
    uniqueKey: JSON.stringify([sessionId, name]),
    onConflict: 'replace',
    moduleId: 'module-1',
    moduleType: 'free_text',
    days: 60,
    contact: {},
  };
}
