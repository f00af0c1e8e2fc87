import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { AppError, DrawPrize, type DrawView } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { TOKEN_BYTES } from './ranking';

export type StoredDraw = Selectable<Schema['draws']>;

const Prizes = z.array(DrawPrize);

/** @throws AppError `draw.not_found` */
export async function findDraw(store: Store, id: string): Promise<StoredDraw> {
  const draw = await store.selectFrom('draws').selectAll().where('id', '=', id).executeTakeFirst();
  if (!draw) throw new AppError('draw.not_found');
  return draw;
}

export async function listDraws(store: Store): Promise<DrawView[]> {
  const draws = await store
    .selectFrom('draws')
    .select([
      'id',
      'giveaway_id',
      'giveaway_name',
      'state',
      'chance',
      'prizes',
      'substitutes',
      'prepared_at',
      'prepared_by',
      'drawn_at',
      'entry_count',
      'list_hash',
      'commitment',
      'reply_by',
    ])
    .orderBy('prepared_at', 'desc')
    .execute();
  return draws.map(viewOf);
}

export function viewOf(
  draw: Omit<StoredDraw, 'entries' | 'seed' | 'public_value' | 'excludes_winners' | 'letter'>,
): DrawView {
  return {
    id: draw.id,
    giveawayId: draw.giveaway_id,
    giveawayName: draw.giveaway_name,
    state: draw.state,
    chance: draw.chance,
    prizes: prizesOf(draw),
    substitutes: draw.substitutes,
    preparedAt: draw.prepared_at,
    preparedBy: draw.prepared_by,
    drawnAt: draw.drawn_at,
    entries: draw.entry_count,
    listHash: draw.list_hash,
    commitment: draw.commitment,
    replyBy: draw.reply_by,
  };
}

export function prizesOf({ prizes }: Pick<StoredDraw, 'prizes'>): DrawPrize[] {
  return Prizes.parse(JSON.parse(prizes));
}

/** How many of the ranking have a prize: those after them are substitutes. */
export function prizeCount(draw: Pick<StoredDraw, 'prizes'>): number {
  return prizesOf(draw).reduce((sum, { winners }) => sum + winners, 0);
}

/** A prize for each winner, in the order of the ranking. */
export function prizeByRank(draw: Pick<StoredDraw, 'prizes'>): string[] {
  return prizesOf(draw).flatMap(({ name, winners }) => Array<string>(winners).fill(name));
}

export function packTokens(tokens: readonly string[]): Uint8Array {
  return Buffer.from(tokens.join(''), 'hex');
}

export function unpackTokens(packed: Uint8Array): string[] {
  const hex = Buffer.from(packed).toString('hex');
  const length = TOKEN_BYTES * 2;
  return Array.from({ length: hex.length / length }, (_, index) =>
    hex.slice(index * length, (index + 1) * length),
  );
}

export type NewDraw = Insertable<Schema['draws']>;
