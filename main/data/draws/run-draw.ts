import type { Insertable } from 'kysely';
import { AppError, type DrawView, type ParsedInput } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { contactColumns } from '../../foundation/store/tables/define-table';
import { decide } from '../../vault/retention/policy';
import { readRules } from '../../vault/retention/rules';
import { type StoredModule, storedModules } from '../../vault/retention/stored-modules';
import { passedOver } from './prepare-draw';
import { rank, tokenOf } from './ranking';
import { findDraw, prizeByRank, type StoredDraw, unpackTokens, viewOf } from './stored-draw';

type NewWinner = Insertable<Schema['winners']>;

/** A place, and the row of who has it. */
interface NewPlace {
  readonly place: Omit<Insertable<Schema['draw_places']>, 'reason'>;
  readonly row: NewWinner;
}

interface Placing extends Pick<NewPlace, 'place'> {
  readonly nowMs: number;
  readonly modules: ReadonlyMap<string, StoredModule>;
}

/**
 * Ranks the frozen list and stores winners and substitutes. Who has been erased since the list was
 * frozen, or has won meanwhile where winners are excluded, keeps the place on it, and the next one
 * gets the prize.
 *
 * @throws AppError `draw.not_found`, `draw.not_prepared`, `draw.winners_off` while winners are not
 * stored.
 */
export async function runDraw(
  { store, nowMs, record }: LaneContext,
  { id, publicValue }: ParsedInput<'draws.run'>,
): Promise<DrawView> {
  return store.transaction().execute(async (transaction) => {
    const draw = await findDraw(transaction, id);
    if (draw.state !== 'prepared') throw new AppError('draw.not_prepared');
    const drawn = { ...draw, public_value: publicValue };
    const winners = await newWinners(transaction, drawn, nowMs);
    for (const { place, row } of winners) {
      await transaction.insertInto('winners').values(row).execute();
      await transaction.insertInto('draw_places').values(place).execute();
    }
    await transaction
      .updateTable('draws')
      .set({ state: 'drawn', drawn_at: nowMs, public_value: publicValue })
      .where('id', '=', id)
      .execute();
    await record(transaction, {
      giveaway: draw.giveaway_name,
      winners: winners.filter(({ place }) => place.status === 'winner').length,
      listHash: draw.list_hash,
      commitment: draw.commitment,
    });
    return viewOf(await findDraw(transaction, id));
  });
}

/** The frozen list in the order of the draw. */
export function rankingOf(draw: StoredDraw): string[] {
  const { seed, public_value: publicValue, list_hash: listHash } = draw;
  return rank(unpackTokens(draw.entries), { seed, publicValue, listHash });
}

async function newWinners(
  transaction: Store,
  draw: StoredDraw,
  nowMs: number,
): Promise<NewPlace[]> {
  const prizes = prizeByRank(draw);
  const wanted = prizes.length + draw.substitutes;
  const winners: NewPlace[] = [];
  const idOf = await participationIds(transaction, draw, nowMs);
  const modules = await storedModules(transaction);
  for (const [index, token] of rankingOf(draw).entries()) {
    if (winners.length === wanted) break;
    const participation = idOf.get(token);
    if (participation === undefined) continue;
    const prize = prizes[winners.length] ?? null;
    const place: NewPlace['place'] = {
      draw_id: draw.id,
      rank: index + 1,
      prize,
      status: prize === null ? 'substitute' : 'winner',
    };
    const row = await winnerFrom(transaction, draw, participation, { nowMs, modules, place });
    winners.push({ place, row });
  }
  return winners;
}

/** Whom the places of the list can go to. */
async function participationIds(
  transaction: Store,
  draw: StoredDraw,
  nowMs: number,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const excluded = await passedOver(transaction, draw, nowMs);
  const rows = transaction
    .selectFrom('participations')
    .select(['id', 'participation_id', 'email_key'])
    .where('giveaway_id', '=', draw.giveaway_id)
    .where('expires_at', '>', nowMs)
    .stream();
  for await (const { id, participation_id, email_key } of rows) {
    if (email_key !== null && excluded.has(email_key)) continue;
    if (participation_id) ids.set(tokenOf(draw.id, participation_id), id);
  }
  return ids;
}

async function winnerFrom(
  transaction: Store,
  draw: StoredDraw,
  participationRow: number,
  { nowMs, modules, place }: Placing,
): Promise<NewWinner> {
  const from = await transaction
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', participationRow)
    .executeTakeFirstOrThrow();
  const contact = Object.fromEntries(
    Object.keys(contactColumns).map((name) => [name, from[name as keyof typeof contactColumns]]),
  );
  return {
    ...contact,
    rank: place.rank,
    prize_name: place.prize,
    status: place.status,
    created_at: nowMs,
    expires_at: await expiryOf(transaction, from.module_id, modules, nowMs),
    module_id: from.module_id,
    experience_id: from.experience_id,
    experience_name: from.experience_name,
    session_id: from.session_id,
    channel: from.channel,
    email_key: from.email_key,
    unique_key: `${draw.id} ${from.participation_id}`,
    giveaway_id: from.giveaway_id,
    giveaway_name: from.giveaway_name,
    participation_id: from.participation_id,
    draw_id: draw.id,
  } as NewWinner;
}

async function expiryOf(
  transaction: Store,
  moduleId: string,
  modules: ReadonlyMap<string, StoredModule>,
  nowMs: number,
): Promise<number> {
  // A module that is gone from its experience was a giveaway, as most are.
  const type = modules.get(moduleId)?.type ?? 'giveaway';
  const declaredDays = moduleOf(type)?.stores.winners ?? 0;
  const target = { moduleId, table: 'winners' as const, declaredDays };
  const decision = decide(await readRules(transaction, moduleId), target, nowMs);
  if (!decision.store) throw new AppError('draw.winners_off');
  return decision.expiresAtMs;
}
