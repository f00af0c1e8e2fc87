import type { ScryptCost } from '../../main/vault/workspace/key-slot';

/** The least that a slot may cost: what a test makes needs no protection from who would guess. */
export const CHEAP: ScryptCost = { N: 2 ** 14, r: 8, p: 1 };
