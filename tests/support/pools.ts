import { codeKey } from '../../main/chat/claims/code-key';
import type { TestStore } from './store';

/** A pool of codes as an import leaves it; each may be used once unless it says how often. */
export function givePool(
  { connection }: Pick<TestStore, 'connection'>,
  codes: readonly (string | [code: string, maxUses: number, points?: number])[],
  { id = 'pool', name = 'Summer codes' } = {},
): void {
  const add = connection.prepare('insert into pool_codes values (?, ?, ?, ?, ?, ?)');
  connection.transaction(() => {
    connection
      .prepare('insert into code_pools values (?, ?, 0, ?, 0, 1)')
      .run(id, name, codes.length);
    for (const [index, each] of codes.entries()) {
      const [code, maxUses, points = 0] = typeof each === 'string' ? ([each, 1] as const) : each;
      add.run(id, index + 1, code, codeKey(code), maxUses, points);
    }
  })();
}
