import { createHash, createHmac } from 'node:crypto';

/**
 * The procedure of a draw, as docs/draws.md publishes it and scripts/verify-draw.mjs repeats it.
 * Pure: the same list and seed give the same ranking on every machine.
 */

/** Of a token, which is written as hexadecimal digits. */
export const TOKEN_BYTES = 16;

/**
 * What stands for a chance on the list. It is made of the random id of a participation: once that row
 * is gone, nothing leads back from a token to a person.
 */
export function tokenOf(drawId: string, participationId: string): string {
  const hash = createHash('sha256').update(`${drawId}\n${participationId}`).digest();
  return hash.subarray(0, TOKEN_BYTES).toString('hex');
}

/** Of the tokens in ascending order, each followed by a line feed. */
export function hashOfList(sortedTokens: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const token of sortedTokens) hash.update(`${token}\n`);
  return hash.digest('hex');
}

/** Published before the draw: whoever has it can tell later that the seed was not chosen afterwards. */
export function commitmentTo(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}

/** All tokens in the order of the draw: by HMAC-SHA-256 (RFC 2104), ascending. */
export function rank(
  tokens: readonly string[],
  { seed, publicValue, listHash }: { seed: string; publicValue: string; listHash: string },
): string[] {
  const key = createHash('sha256').update(`${seed}\n${publicValue}\n${listHash}`).digest();
  return tokens
    .map((token) => ({ token, score: createHmac('sha256', key).update(token).digest('hex') }))
    .sort((a, b) => (a.score < b.score ? -1 : 1))
    .map(({ token }) => token);
}
