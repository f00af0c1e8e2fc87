import { ExportSelection } from '../../../preload/contract';
import { emailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';

/**
 * An export that waits for its release keeps what it was searched by. One that names the person goes,
 * too; a search for a part of the address names nobody.
 */
export async function forgetSearches(transaction: Store, key: string): Promise<void> {
  const pending = await transaction
    .selectFrom('exports')
    .select(['id', 'selection'])
    .where('state', '!=', 'saved')
    .execute();
  const naming = pending.filter(({ selection }) => {
    const { search, address } = ExportSelection.parse(JSON.parse(selection)).filter;
    return [search, address].some((text) => text !== undefined && emailKey(text).includes(key));
  });
  const ids = naming.map(({ id }) => id);
  await transaction.deleteFrom('exports').where('id', 'in', ids).execute();
}
