import type { DrawPlan } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

/** Live participations in the giveaway, oldest first. */
export function participantsOf(
  store: Store,
  { giveawayId, includesPreview }: Pick<DrawPlan, 'giveawayId' | 'includesPreview'>,
  nowMs: number,
) {
  return store
    .selectFrom('participations')
    .select(['id', 'email_key', 'participation_id', 'giveaway_name'])
    .where('giveaway_id', '=', giveawayId)
    .where('expires_at', '>', nowMs)
    .$if(!includesPreview, (query) => query.where('channel', '<>', 'preview'))
    .orderBy('id');
}
