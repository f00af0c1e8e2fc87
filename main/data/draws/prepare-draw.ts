import { randomBytes, randomUUID } from 'node:crypto';
import { AppError, type DrawPlan, type DrawView } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { excludedKeys } from './exclusions';
import { participantsOf } from './participants';
import { commitmentTo, hashOfList, tokenOf } from './ranking';
import { findDraw, type NewDraw, packTokens, type StoredDraw, viewOf } from './stored-draw';

const SEED_BYTES = 32;

/**
 * Freezes the list of chances and commits to a seed that nobody has seen. Every preparation is in the
 * audit log: preparing again and again until a result pleases would show.
 *
 * @throws AppError `draw.nobody` when nobody is on the list, `draw.exclusions_unread` when a part of the
 * exclusions is not understood.
 */
export async function prepareDraw(
  { store, user, nowMs, signal, record }: LaneContext,
  plan: DrawPlan,
): Promise<DrawView> {
  const id = randomUUID();
  const seed = randomBytes(SEED_BYTES).toString('hex');
  // Not in the transaction: participants would wait to write until a million rows are read.
  const { tokens, giveawayName } = await chances(store, id, plan, nowMs, signal);
  if (tokens.length === 0) throw new AppError('draw.nobody');
  return store.transaction().execute(async (transaction) => {
    const draw: NewDraw = {
      id,
      giveaway_id: plan.giveawayId,
      giveaway_name: giveawayName,
      state: 'prepared',
      chance: plan.chance,
      prizes: JSON.stringify(plan.prizes),
      substitutes: plan.substitutes,
      prepared_at: nowMs,
      prepared_by: user.name,
      drawn_at: null,
      entry_count: tokens.length,
      entries: packTokens(tokens),
      list_hash: hashOfList(tokens),
      seed,
      commitment: commitmentTo(seed),
      public_value: '',
      excludes_winners: Number(plan.excludesEarlierWinners),
    };
    await transaction.insertInto('draws').values(draw).execute();
    await record(transaction, {
      giveaway: giveawayName,
      entries: tokens.length,
      listHash: draw.list_hash,
      commitment: draw.commitment,
    });
    return viewOf(await findDraw(transaction, id));
  });
}

interface Chances {
  /** In ascending order. */
  tokens: string[];
  giveawayName: string;
}

async function chances(
  store: Store,
  drawId: string,
  plan: DrawPlan,
  nowMs: number,
  signal: AbortSignal,
): Promise<Chances> {
  const excluded = await excludedPeople(store, plan, nowMs);
  const chosen = new Map<string, string>();
  let giveawayName = '';
  const rows = participantsOf(store, plan, nowMs).stream();
  for await (const { id, email_key, participation_id, giveaway_name } of rows) {
    signal.throwIfAborted();
    giveawayName = giveaway_name ?? giveawayName;
    if (!participation_id || (email_key !== null && excluded.has(email_key))) continue;
    const person = plan.chance === 'person' ? email_key : null;
    // The first participation stands for the person.
    const key = person ?? `row ${id}`;
    if (!chosen.has(key)) chosen.set(key, participation_id);
  }
  const tokens = [...chosen.values()].map((participation) => tokenOf(drawId, participation));
  return { tokens: tokens.sort(), giveawayName };
}

async function excludedPeople(store: Store, plan: DrawPlan, nowMs: number): Promise<Set<string>> {
  const people = new Set(excludedKeys(plan));
  if (!plan.excludesEarlierWinners) return people;
  return new Set([...people, ...(await winnersOf(store, plan.giveawayId, nowMs))]);
}

/** Whom a draw passes over although they are on its list: who has won since it was frozen. */
export async function passedOver(
  store: Store,
  draw: Pick<StoredDraw, 'giveaway_id' | 'excludes_winners'>,
  nowMs: number,
): Promise<Set<string>> {
  return draw.excludes_winners ? winnersOf(store, draw.giveaway_id, nowMs) : new Set();
}

/** The keys of the addresses that have won in a giveaway. */
async function winnersOf(store: Store, giveawayId: string, nowMs: number): Promise<Set<string>> {
  const winners = await store
    .selectFrom('winners')
    .select('email_key')
    .where('giveaway_id', '=', giveawayId)
    .where('status', '=', 'winner')
    .where('expires_at', '>', nowMs)
    .execute();
  return new Set(winners.flatMap(({ email_key }) => email_key ?? []));
}
