import type { StoredMedia } from '../../../preload/contract';
import { refOf } from '../../foundation/experience/media-mentions';
import type { Store } from '../../foundation/store/database';
import { sha256 } from '../files/sha256';
import type { Checked } from './formats/checked';

/**
 * Keeps what was checked under the hash of its content. What is there already stays, and counts as new:
 * nobody may have mentioned it yet.
 */
export async function keepAsset(
  store: Store,
  { mimeType, content }: Checked,
  nowMs: number,
): Promise<StoredMedia> {
  const id = sha256(content);
  const bytes = content.length;
  await store
    .insertInto('assets')
    .values({ id, mime_type: mimeType, bytes, created_at: nowMs, unused_since: nowMs, content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ unused_since: nowMs }))
    .execute();
  return { ref: refOf(id), mimeType, bytes };
}

export interface Asset {
  readonly mimeType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Null when there is none of this id. */
export async function findAsset(store: Store, id: string): Promise<Asset | null> {
  const row = await store
    .selectFrom('assets')
    .select(['mime_type', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { mimeType: row.mime_type, content: new Uint8Array(row.content) } : null;
}

/** Ids of all assets. */
export async function assetIds(store: Store): Promise<Set<string>> {
  const rows = await store.selectFrom('assets').select('id').execute();
  return new Set(rows.map(({ id }) => id));
}
