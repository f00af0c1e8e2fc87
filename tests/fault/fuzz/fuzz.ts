import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { explain, WORKSPACE_FAILURES } from '../../../main/foundation/store/explain-error';
import { AppError } from '../../../preload/contract';
import { Random } from '../../seed/random';

/*
 * Gives ChatVault damaged files of each kind that it reads. FUZZ_ROUNDS sets the number of inputs
 * (all kinds together), FUZZ_SEED takes others, FUZZ_ROUND repeats one.
 */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 2_400);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const ONLY = process.env.FUZZ_ROUND === undefined ? null : Number(process.env.FUZZ_ROUND);

const MAX_MS = 5_000;

/**
 * `share` is the part of all inputs that are of this kind; those of all kinds make 1. `look` makes an input with the random
 * numbers, gives it to ChatVault, throws where a promise is broken, and tells whether ChatVault took
 * the input: a fuzzer all of whose inputs are refused at the door finds nothing. `prepare` is done
 * once before.
 */
export function fuzz<T>(
  kind: string,
  share: number,
  prepare: () => T | Promise<T>,
  look: (random: Random, prepared: T) => boolean | Promise<boolean>,
): void {
  const count = Math.max(1, Math.round(ROUNDS * share));
  const rounds = ONLY === null ? Array.from({ length: count }, (_, round) => round) : [ONLY];
  it(`survives ${rounds.length} times ${kind} (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
    const prepared = await prepare();
    let taken = 0;
    for (const round of rounds) {
      const begunMs = performance.now();
      try {
        taken += Number(await inTime(look(new Random(SEED + round * 7_919), prepared)));
        const tookMs = performance.now() - begunMs;
        if (tookMs > MAX_MS) throw new Error(`It took ${Math.round(tookMs)} ms.`);
      } catch (cause) {
        const repeat = `FUZZ_SEED=${SEED} FUZZ_ROUND=${round}`;
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${kind}: ${why}. Repeat it with ${repeat}`, { cause });
      }
    }
    if (ONLY === null) expect(taken, 'inputs that were taken').toBeGreaterThan(count / 20);
  });
}

async function inTime<T>(work: T | Promise<T>): Promise<T> {
  const end = new AbortController();
  const late = delay(MAX_MS, null, { signal: end.signal }).then(() => {
    throw new Error('It hangs.');
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    end.abort();
  }
}

/**
 * What the work gives, or null where it is refused as the router refuses: with an error that has a
 * sentence for people. Anything else is thrown on.
 */
export async function refusedOr<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const explained = explain(error, WORKSPACE_FAILURES);
    if (explained instanceof AppError && explained.code !== 'internal') return null;
    throw error;
  }
}
