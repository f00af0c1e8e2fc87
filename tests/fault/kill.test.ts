import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { bundle } from '../support/bundle';
import { temporaryFolder } from '../support/folder';
import type { Scenario, Site } from './kill/scenario';
import { scenarios } from './kill/scenarios';

/*
 * Kills a process at random points of its work and looks at what it left, as the next start would.
 * KILL_ROUNDS sets the number of rounds (all scenarios together), KILL_SEED repeats a run.
 */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 200);
const SEED = Number(process.env.KILL_SEED ?? 20_261_123);
const roundsEach = Math.ceil(ROUNDS / Object.keys(scenarios).length);

const processScript = await bundle('tests/fault/kill/process.ts');

describe.each(Object.entries(scenarios))('killed during %s', (name, scenario) => {
  it(`keeps every promise, ${roundsEach} times (seed ${SEED})`, { timeout: 600_000 }, async () => {
    const template = await prepare(scenario);
    const wholeRun = await play(name, copyOf(template), Number.POSITIVE_INFINITY);
    const random = randomFrom(SEED);
    let interrupted = 0;
    for (let round = 0; round < roundsEach; round++) {
      const site = copyOf(template);
      const killAfterMs = random() * Math.min(wholeRun.durationMs, LONGEST_MS);
      const { acknowledged, isFinished } = await play(name, site, killAfterMs);
      if (!isFinished) interrupted++;
      await scenario.inspect(site, acknowledged).catch((error: unknown) => {
        throw new Error(`round ${round}, killed after ${killAfterMs} ms`, { cause: error });
      });
    }
    expect(interrupted).toBeGreaterThan(roundsEach / 3);
  });
});

async function prepare(scenario: Scenario): Promise<Site> {
  const site = { folder: temporaryFolder(), key: randomBytes(32).toString('hex') };
  await scenario.prepare(site);
  return site;
}

function copyOf({ folder, key }: Site): Site {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return { folder: copy, key };
}

interface Played {
  readonly acknowledged: readonly string[];
  readonly isFinished: boolean;
  /** Of the work, where it came to its end. */
  readonly durationMs: number;
}

/** Endless work is ended after this long when it is only measured. */
const MEASURED_MS = 3_000;
/** So that a run of many rounds ends. */
const LONGEST_MS = 400;

function play(name: string, site: Site, killAfterMs: number): Promise<Played> {
  const process_ = spawn(process.execPath, [processScript, name, site.folder, site.key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let startedAt = 0;
  let durationMs = MEASURED_MS;
  createInterface({ input: process_.stdout }).on('line', (line) => {
    if (line === 'finished') durationMs = performance.now() - startedAt;
    if (line !== 'ready') {
      lines.push(line);
      return;
    }
    startedAt = performance.now();
    const delayMs = Number.isFinite(killAfterMs) ? killAfterMs : MEASURED_MS;
    setTimeout(() => process_.kill('SIGKILL'), delayMs).unref();
  });
  return new Promise((resolve) => {
    process_.on('close', () => {
      const acknowledged = lines.filter((line) => line !== 'finished');
      resolve({ acknowledged, isFinished: lines.includes('finished'), durationMs });
    });
  });
}

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
