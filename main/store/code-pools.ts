import type { CodePool } from '../../preload/contract';
import type { Store } from './database';

/** The codes that were imported, for participants to enter or to be given. */
export class CodePools {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async list(): Promise<CodePool[]> {
    const pools = await this.#store.selectFrom('code_pools').selectAll().orderBy('name').execute();
    return pools.map(({ created_at: createdAt, ...pool }) => ({ ...pool, createdAt }));
  }
}
