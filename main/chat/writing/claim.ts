import type { Store } from '../../foundation/store/database';
import { poolName, spendCode, takeNextCode } from '../claims/codes';
import { takeFirst, takeOne } from '../claims/counters';
import { spendPoints } from '../claims/points';
import type { Origin } from '../engine/ports';
import type { Claim, Outcome } from '../engine/step';

interface Claimant {
  readonly origin: Origin;
  /** Null for somebody without an address: they have no points. */
  readonly emailKey: string | null;
  readonly trustedMs: number;
}

/** What was taken, or why nothing was; `row` are columns that say where it comes from. */
export type Claimed =
  | { value: string | number; points?: number; row?: Readonly<Record<string, string | null>> }
  | { refused: NonNullable<Outcome['reason']> };

/** Takes what is claimed. Undo the transaction, or a savepoint in it, to give it back. */
export async function take(transaction: Store, claim: Claim, who: Claimant): Promise<Claimed> {
  const { channel } = who.origin;
  switch (claim.of) {
    case 'counter': {
      const number = await takeOne(transaction, {
        channel,
        name: claim.counter,
        limit: claim.limit,
      });
      return number === null ? { refused: 'exhausted' } : { value: number };
    }
    case 'one_of': {
      const name = await takeFirst(transaction, { channel, names: claim.names });
      return name === null ? { refused: 'exhausted' } : { value: name };
    }
    case 'next_code': {
      const code = await takeNextCode(transaction, claim.poolId, channel);
      return code === null ? { refused: 'exhausted' } : ofPool(transaction, claim.poolId, code);
    }
    case 'code_use': {
      const used = await spendCode(transaction, claim.poolId, claim.code, channel);
      if (typeof used === 'string') return { refused: used };
      const { code, points } = used;
      return { ...(await ofPool(transaction, claim.poolId, code)), points };
    }
    case 'points': {
      const { emailKey, trustedMs: nowMs } = who;
      if (emailKey === null) return { refused: 'exhausted' };
      const left = await spendPoints(transaction, { emailKey, channel, nowMs }, claim.points);
      return left === null ? { refused: 'exhausted' } : { value: left };
    }
  }
}

async function ofPool(transaction: Store, poolId: string, code: string): Promise<Claimed> {
  const pool_name = await poolName(transaction, poolId);
  return { value: code, row: { pool_id: poolId, pool_name } };
}
