import type { CodePool } from '../../preload/contract';
import type { PoolFacts } from '../flow/pool-problems';
import type { Store } from './database';

/** The codes that were imported, for participants to enter or to be given. */
export class CodePools {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async list(): Promise<CodePool[]> {
    const pools = await this.#store
      .selectFrom('code_pools')
      .select(['id', 'name', 'size', 'created_at'])
      .orderBy('name')
      .execute();
    return pools.map(({ created_at: createdAt, ...pool }) => ({ ...pool, createdAt }));
  }
}

export async function poolFacts(store: Store): Promise<PoolFacts> {
  const pools = await store.selectFrom('code_pools').select(['id', 'ean13', 'code128']).execute();
  return new Map(
    pools.map(({ id, ean13, code128 }) => [
      id,
      { qrcode: true, ean13: ean13 === 1, code128: code128 === 1 },
    ]),
  );
}
