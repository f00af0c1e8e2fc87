#!/usr/bin/env node
/*
 * Checks the record of a draw without ChatVault: node verify-draw.mjs RECORD.json
 * Needs nothing but Node. The procedure is described in docs/draws.md.
 */
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node verify-draw.mjs RECORD.json');
  process.exit(2);
}
/**
 * @type {{
 *   format: string, version: number, entries: string[], listHash: string, commitment: string,
 *   seed?: string, publicValue?: string, ranking: string[],
 *   places: { rank: number, status: string, prize: string | null, reason?: string }[],
 * }}
 */
const record = JSON.parse(readFileSync(file, 'utf8'));
const { entries, listHash, commitment, seed, publicValue, ranking, places } = record;
let isSound = true;

check('it is a record that this script understands', () => {
  return record.format === 'chatvault-draw' && [1, 2].includes(record.version);
});
check('the list is in order, without anything twice', () =>
  entries.every((token, index) => index === 0 || String(entries[index - 1]) < token),
);
check('the list has the hash that was published', () => {
  return sha256(entries.map((token) => `${token}\n`).join('')) === listHash;
});
if (seed === undefined) {
  console.log('This draw is prepared but not drawn yet: keep the record until it is.');
} else {
  check('the seed is the one that was committed to', () => sha256(seed) === commitment);
  check('the ranking follows from seed, public value and list', () => {
    const expected = rank().slice(0, ranking.length);
    return ranking.length > 0 && expected.every((token, index) => token === ranking[index]);
  });
  check('prizes went down the ranking, those declined to the next substitute', prizesFit);
  console.log('\nRank  Status      Prize');
  for (const place of places) {
    console.log(
      `${String(place.rank).padStart(4)}  ${place.status.padEnd(10)}  ${place.prize ?? ''}${whyVacant(place)}`,
    );
  }
}
console.log(isSound ? '\nThe draw is sound.' : '\nTHE DRAW IS NOT SOUND.');
process.exit(isSound ? 0 : 1);

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function rank() {
  const key = createHash('sha256').update(`${seed}\n${publicValue}\n${listHash}`).digest();
  const scored = entries.map((token) => ({
    token,
    score: createHmac('sha256', key).update(token).digest('hex'),
  }));
  scored.sort((a, b) => (a.score < b.score ? -1 : 1));
  return scored.map(({ token }) => token);
}

/** @param {{ reason?: string }} place */
function whyVacant({ reason }) {
  return reason === undefined ? '' : `  (${reason.replaceAll('_', ' ')})`;
}

/**
 * No substitute comes before somebody who has or had a prize, but for those who could not move up: a
 * reason says why. Nobody is twice in it, and the ranks rise.
 */
function prizesFit() {
  const inOrder = places.every(
    ({ rank }, index) => index === 0 || Number(places[index - 1]?.rank) < rank,
  );
  if (!inOrder) return false;
  const waiting = places.filter(({ status, reason }) => status !== 'substitute' || !reason);
  const firstSubstitute = waiting.findIndex(({ status }) => status === 'substitute');
  const rest = firstSubstitute < 0 ? [] : waiting.slice(firstSubstitute);
  return rest.every(({ status }) => status === 'substitute');
}

/**
 * @param {string} claim
 * @param {() => boolean} holds
 */
function check(claim, holds) {
  let isTrue = false;
  try {
    isTrue = holds();
  } catch {
    // What cannot be read cannot be true.
  }
  isSound &&= isTrue;
  console.log(`${isTrue ? 'yes' : 'NO '}  ${claim}`);
}
