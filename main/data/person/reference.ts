import { randomBytes } from 'node:crypto';

const REFERENCE_BYTES = 4;

/** By which people name an erasure (E) or a request (R): random but for the day, it says nothing of whom. */
export function newReference(letter: 'E' | 'R', nowMs: number): string {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '');
  return `${letter}-${day}-${randomBytes(REFERENCE_BYTES).toString('hex').toUpperCase()}`;
}
