import type { Store } from '../../foundation/store/database';
import type { Origin } from '../engine/ports';

/**
 * Whether the experience is still there for who plays it: an author as long as it exists, a participant
 * as long as a version of it is published, which none of an archived one is.
 */
export async function isOffered(
  store: Store,
  { experienceId, channel }: Pick<Origin, 'experienceId' | 'channel'>,
): Promise<boolean> {
  const row = await store
    .selectFrom('experiences')
    .select('published_version_id')
    .where('id', '=', experienceId)
    .executeTakeFirst();
  if (!row) return false;
  return channel === 'preview' || row.published_version_id !== null;
}
