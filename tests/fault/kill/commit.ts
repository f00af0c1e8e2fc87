import assert from 'node:assert/strict';
import type { Effect } from '../../../main/chat/engine/turn';
import { createEffectStore } from '../../../main/chat/writing/effect-store';
import { createDatabase, openDatabase, reopen } from './database';
import { NOW_MS, originOf } from './rows';
import type { Scenario } from './scenario';

const VARIABLES = ['email', 'giveaway_title'];

/** Chats write two rows a turn, and the participant is told of each turn that was committed. */
export const commit: Scenario = {
  prepare: (site) => createDatabase(site, async () => {}),
  run: async (site, acknowledge) => {
    const { transact } = createEffectStore(openDatabase(site));
    for (let turn = 0; ; turn++) {
      const sessionId = `session-${turn}`;
      await transact(async (write) => {
        for (const name of VARIABLES) await write(variable(name), originOf(sessionId), NOW_MS);
      });
      acknowledge(sessionId);
    }
  },
  inspect: (site, acknowledged) =>
    reopen(site, async (store) => {
      const rows = await store
        .selectFrom('variables')
        .groupBy('session_id')
        .select((eb) => ['session_id', eb.fn.countAll<number>().as('rows')])
        .execute();
      const halves = rows.filter((row) => row.rows !== VARIABLES.length);
      assert.deepEqual(halves, [], 'a turn is stored whole or not at all');
      const stored = new Set(rows.map(({ session_id }) => session_id));
      const lost = acknowledged.filter((session) => !stored.has(session));
      assert.deepEqual(lost, [], 'what was acknowledged is there');
      assert.ok(stored.size <= acknowledged.length + 1, 'nothing appears that nobody committed');
    }),
};

function variable(name: string): Effect {
  return {
    kind: 'store',
    store: 'variables',
    row: { name, value: 'x' },
    moduleId: 'module-1',
    moduleType: 'email',
    days: 60,
    contact: {},
  };
}
