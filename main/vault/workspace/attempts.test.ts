import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../preload/contract';
import { temporaryFolder } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import { Attempts, LONGEST_WAIT_MS, parseAttempts, waitAfterMs } from './attempts';

const wrong = async () => {
  throw new AppError('workspace.wrong_passphrase');
};

function machine(folder = temporaryFolder()) {
  const clock = { nowMs: NOW_MS, elapsedMs: 0 };
  const start = () =>
    new Attempts({ folder, nowMs: () => clock.nowMs, elapsedMs: () => clock.elapsedMs });
  const pass = (ms: number) => {
    clock.nowMs += ms;
    clock.elapsedMs += ms;
  };
  return { folder, clock, start, pass, file: join(folder, 'attempts.json') };
}

/** How many wrong ones get through at once, until one has to wait; with the seconds. */
async function untilRefused(attempts: Attempts, user = 'ann') {
  for (let tried = 0; ; tried++) {
    const error = await attempts.run(user, 'passphrase', wrong).catch((thrown) => thrown);
    if (error.code !== 'workspace.wrong_passphrase') return { tried, error };
  }
}

describe('who enters wrong passphrases', () => {
  it('waits longer and longer, and is told how long', async () => {
    const { start, pass } = machine();
    const attempts = start();
    expect(await untilRefused(attempts)).toMatchObject({
      tried: 4,
      error: { code: 'workspace.too_many_attempts', params: { seconds: 2 } },
    });
    const seconds: number[] = [];
    for (let round = 0; round < 9; round++) {
      pass(LONGEST_WAIT_MS);
      seconds.push(Number((await untilRefused(attempts)).error.params.seconds));
    }
    expect(seconds).toEqual([4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('waits with the right one as well, which is then taken and ends the waiting', async () => {
    const { start, pass } = machine();
    const attempts = start();
    await untilRefused(attempts);
    const right = () => attempts.run('ann', 'passphrase', async () => 'open');
    await expect(right()).rejects.toThrow('workspace.too_many_attempts');
    pass(2_000);
    expect(await right()).toBe('open');
    expect((await untilRefused(attempts)).tried).toBe(4);
  });

  it('keeps neither another user waiting nor the recovery code', async () => {
    const attempts = machine().start();
    await untilRefused(attempts);
    expect(await attempts.run('ben', 'passphrase', async () => 'open')).toBe('open');
    expect(await attempts.run('ann', 'recovery', async () => 'open')).toBe('open');
  });

  it('does not get around it by a restart, or by ending the application in the middle', async () => {
    const { start } = machine();
    await untilRefused(start());
    expect((await untilRefused(start())).tried).toBe(0);
    const other = machine();
    for (let times = 0; times < 4; times++) {
      void other.start().run('ann', 'passphrase', () => new Promise(() => undefined));
      await expect
        .poll(() => parseAttempts(readFileSync(other.file, 'utf8'))[0]?.failures)
        .toBe(times + 1);
    }
    expect((await untilRefused(other.start())).tried).toBe(0);
  });

  it('waits no longer because a clock was set back, and no shorter because it was set ahead', async () => {
    const { start, clock } = machine();
    const attempts = start();
    await untilRefused(attempts);
    clock.nowMs += 10 * LONGEST_WAIT_MS;
    expect((await untilRefused(attempts)).tried).toBe(0);
    clock.nowMs -= 10_000 * LONGEST_WAIT_MS;
    expect((await untilRefused(start())).error.params.seconds).toBe(2);
  });

  it('is not counted for what is no wrong secret', async () => {
    const attempts = machine().start();
    const damaged = async () => {
      throw new AppError('workspace.database_damaged');
    };
    for (let times = 0; times < 20; times++) {
      await expect(attempts.run('ann', 'passphrase', damaged)).rejects.toThrow('database_damaged');
    }
  });
});

describe('the file of attempts', () => {
  it('is none when it holds anything else, and the owner gets in', async () => {
    const { file, start } = machine();
    writeFileSync(
      file,
      '{"format":"chatvault-attempts","version":1,"attempts":[{"failures":1e9}]}',
    );
    expect(await start().run('ann', 'passphrase', async () => 'open')).toBe('open');
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseAttempts(text))));
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(parseAttempts(text))));
  });

  it('makes nobody wait longer than the longest wait', () => {
    for (const failures of [0, 1, 4, 12, 1_000_000]) {
      expect(waitAfterMs(failures)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
    }
  });
});
