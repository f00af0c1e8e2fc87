import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { explain, WORKSPACE_FAILURES } from '../../main/foundation/store/explain-error';
import { sweepExpired } from '../../main/vault/retention/sweep';
import { confirmed, picked, typed } from '../support/chat';
import { smallDisk } from '../support/disk';
import { NOW_MS } from '../support/now';
import { saidIn, sessionsOn, startChat, takePart } from '../support/play';
import {
  countRows,
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../support/store';

/** What the page is told. */
const codeOf = (error: unknown): unknown => {
  const explained = explain(error, WORKSPACE_FAILURES);
  return explained instanceof Error && 'code' in explained ? explained.code : explained;
};

const ballast = ({ folder }: TestStore): string => join(folder, 'ballast');

async function onSmallDisk(context: TestContext): Promise<TestStore> {
  const test = await openTestStore(smallDisk(context, 16_384));
  writeFileSync(ballast(test), Buffer.alloc(13_824 * 1_024));
  return test;
}

/** As a user would who is told that the disk is full. */
const makeRoom = (test: TestStore): void => rmSync(ballast(test));

/** Leaves no room on the disk for another page. */
function fill(test: TestStore): void {
  test.connection.exec('create table filler (content blob)');
  const insert = test.connection.prepare('insert into filler values (?)');
  for (let size = 100_000; size > 100; size = Math.floor(size / 2)) {
    try {
      for (;;) insert.run(randomBytes(size));
    } catch (error) {
      expect(codeOf(error)).toBe('workspace.disk_full');
    }
  }
}

describe('on a full disk', () => {
  it('an answer is refused with the reason, the chat stays where it was, and goes on with room', async (context) => {
    const test = await onSmallDisk(context);
    const sessions = sessionsOn(test);
    await takePart(sessions, 'first@example.com');
    const { sessionId } = await startChat(sessions);
    await sessions.answer(sessionId, picked('red'));
    await sessions.openLink(sessionId);
    await sessions.answer(sessionId, typed('ann@example.com', true));
    fill(test);
    const failing = sessions.answer(sessionId, confirmed());
    expect(await failing.then(() => 'stored', codeOf)).toBe('workspace.disk_full');
    expect(countRows(test, 'participations')).toBe(1);
    makeRoom(test);
    expect(saidIn(await sessions.answer(sessionId, confirmed()))).toEqual(['You are taking part.']);
    expect(countRows(test, 'participations')).toBe(2);
    expect(test.connection.pragma('quick_check', { simple: true })).toBe('ok');
  });

  it('a sweep fails with the reason or gets through, and never deletes what is alive', async (context) => {
    const test = await onSmallDisk(context);
    insertRows(
      test,
      'participations',
      Array.from({ length: 500 }, () => participation({ expires_at: NOW_MS })),
    );
    insertRows(test, 'participations', [participation({ expires_at: NOW_MS + 1 })]);
    fill(test);
    const sweeping = sweepExpired(test.store, { nowMs: NOW_MS });
    expect(['swept', 'workspace.disk_full']).toContain(await sweeping.then(() => 'swept', codeOf));
    makeRoom(test);
    await sweepExpired(test.store, { nowMs: NOW_MS });
    expect(countRows(test, 'participations')).toBe(1);
  });
});
