import { randomInt } from 'node:crypto';

/** Digits and capitals that are not taken for one another: none of 0 O, 1 I, 2 Z, 5 S, 8 B. */
const ALPHABET = '34679ACDEFGHJKLMNPQRTUVWXY';
const GROUPS = 4;
const GROUP_LENGTH = 7;

/**
 * A one-time password from the operating system's generator: 28 of 26 characters carry 131 bits,
 * and hyphens group them. The hyphens are part of it, and with them it is no longer than the 32 characters
 * that some programs read of a PDF's password.
 */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, character).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function character(): string {
  return ALPHABET.charAt(randomInt(ALPHABET.length));
}
