import { ChatChannel, type CodePool } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { issuedCounter, usedCounter } from '../claims/codes';

/** The pools with how far they are used up, and by which experiences. */
export async function listPools(store: Store): Promise<CodePool[]> {
  const pools = await store
    .selectFrom('code_pools')
    .select(['id', 'name', 'size', 'created_at'])
    .orderBy('name')
    .execute();
  return Promise.all(
    pools.map(async ({ created_at: createdAt, ...pool }) => ({
      ...pool,
      createdAt,
      channels: await usage(store, pool.id),
      experiences: await usedBy(store, pool.id),
    })),
  );
}

async function usage(store: Store, poolId: string): Promise<CodePool['channels']> {
  const used = usedCounter(poolId, '');
  const issued = issuedCounter(poolId);
  return Promise.all(
    ChatChannel.options.map(async (channel) => {
      const counted = await store
        .selectFrom('counters')
        .where('channel', '=', channel)
        .where('name', '=', issued)
        .select('taken')
        .executeTakeFirst();
      const { entered } = await store
        .selectFrom('counters')
        .where('channel', '=', channel)
        .where('name', '>', used)
        .where('name', '<', `${used.slice(0, -1)}!`)
        .select((counter) => counter.fn.countAll<number>().as('entered'))
        .executeTakeFirstOrThrow();
      return { channel, issued: counted?.taken ?? 0, entered };
    }),
  );
}

/** Names of the experiences whose draft or any version names the pool: ids occur in nothing else. */
export async function usedBy(store: Store, poolId: string): Promise<string[]> {
  const experiences = await store
    .selectFrom('experiences')
    .select('name')
    .where((experience) =>
      experience.or([
        experience('draft', 'like', `%"${poolId}"%`),
        experience.exists(
          experience
            .selectFrom('experience_versions')
            .select('experience_versions.id')
            .whereRef('experience_versions.experience_id', '=', 'experiences.id')
            .where('experience_versions.graph', 'like', `%"${poolId}"%`),
        ),
      ]),
    )
    .orderBy('name')
    .execute();
  return experiences.map(({ name }) => name);
}
