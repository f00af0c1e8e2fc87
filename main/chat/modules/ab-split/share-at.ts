/**
 * A number from 0 to below 1 that belongs to a session and a module: evenly spread over sessions, and the
 * same for as long as the session lasts. Whoever goes back and comes again draws no new lot.
 */
export function shareAt(sessionId: string, moduleId: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${sessionId} ${moduleId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return mixed(hash) / 2 ** 32;
}

/** Ids that differ in little only are far apart afterwards (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
