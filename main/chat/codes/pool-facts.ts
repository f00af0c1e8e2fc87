import type { Store } from '../../foundation/store/database';
import type { PoolFacts } from '../flow/pool-problems';

/** What the pools of the workspace are good for. */
export async function poolFacts(store: Store): Promise<PoolFacts> {
  const pools = await store.selectFrom('code_pools').select(['id', 'ean13', 'code128']).execute();
  return new Map(
    pools.map(({ id, ean13, code128 }) => [
      id,
      { qrcode: true, ean13: ean13 === 1, code128: code128 === 1 },
    ]),
  );
}
