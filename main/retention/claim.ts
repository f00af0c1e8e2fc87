import type { Origin } from '../chat/ports';
import type { Claim, Outcome } from '../chat/step';
import { spendCode, takeNextCode } from '../store/claims/codes';
import { takeOne } from '../store/claims/counters';
import { balanceOf } from '../store/claims/points';
import type { Store } from '../store/database';

interface Claimant {
  readonly origin: Origin;
  /** Null for somebody without an address: they have no points. */
  readonly emailKey: string | null;
  readonly nowMs: number;
}

/** What was taken, or why nothing was. */
export type Claimed = { value: string | number } | { refused: NonNullable<Outcome['reason']> };

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
    case 'next_code': {
      const code = await takeNextCode(transaction, claim.poolId, channel);
      return code === null ? { refused: 'exhausted' } : { value: code };
    }
    case 'code_use': {
      const used = await spendCode(transaction, claim.poolId, claim.code, channel);
      return used === 'used' ? { value: claim.code } : { refused: used };
    }
    case 'points': {
      const { emailKey, nowMs } = who;
      const balance =
        emailKey === null ? 0 : await balanceOf(transaction, { emailKey, channel, nowMs });
      const left = balance - claim.points;
      return left < 0 ? { refused: 'exhausted' } : { value: left };
    }
  }
}
