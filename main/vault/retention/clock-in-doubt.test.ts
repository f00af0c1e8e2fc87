import { describe, expect, it } from 'vitest';
import type { TableName } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  takePart,
  type UnlockedDesk,
  unlockDesk,
  unlockedDesks,
} from '../../../tests/support/desk';
import { lessonGraph } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { createEffectStore } from '../../chat/writing/effect-store';
import { approveHold, requestHold } from './holds';

const unlockedDesk = unlockedDesks(await bundledWorker());
const ANN = 'ann@example.com';
const JUMP_MS = 61 * DAY_MS;

/** Ann has taken part, and then the clock jumped past the end of her rows. */
async function jumped(): Promise<UnlockedDesk> {
  const desk = await unlockedDesk();
  const lesson = { id: desk.experienceId, draft: lessonGraph(), revision: 1 };
  await desk.get('experiences.saveDraft', lesson);
  await takePart(desk, ANN);
  desk.nowMs += JUMP_MS;
  return desk;
}

async function liveRows({ get }: UnlockedDesk, table: TableName): Promise<number | undefined> {
  return (await get('data.tables', undefined)).find(({ name }) => name === table)?.rows;
}

describe('while the clock is far ahead and nobody has confirmed it', () => {
  it('users delete and erase nothing, and all is there once the clock is right', async () => {
    const desk = await jumped();
    const { experienceId } = desk;
    expect(await liveRows(desk, 'participations')).toBe(0);
    const deletions = [
      desk.call('data.deleteRow', { table: 'participations', id: 1 }),
      desk.call('data.deleteAll', { table: 'participations', confirmedRows: 0 }),
      desk.call('privacy.erase', { email: ANN }),
      desk.call('preview.deleteRows', { confirmedRows: 0 }),
      desk.call('experiences.deleteWithRows', { id: experienceId, confirmedRows: 0 }),
    ];
    for (const deletion of deletions) {
      expect(await deletion).toMatchObject({ error: { code: 'retention.clock_ahead' } });
    }
    desk.nowMs -= JUMP_MS;
    expect(await liveRows(desk, 'participations')).toBe(1);
    expect(await desk.get('data.deleteAll', { table: 'participations', confirmedRows: 1 })).toEqual(
      { outcome: 'deleted', deleted: 1, held: 0 },
    );
  });

  it('users delete by it as soon as somebody confirms it', async () => {
    const desk = await jumped();
    await desk.get('retention.confirmClock', undefined);
    const erased = await desk.call('data.deleteAll', { table: 'participations', confirmedRows: 0 });
    expect(erased).toMatchObject({ ok: true });
  });

  it('how far it may jump can be set, from now on and for every unlocking', async () => {
    const desk = await jumped();
    await desk.get('workspace.setClockJump', { clockJumpDays: 90 });
    const nothing = { table: 'participations', confirmedRows: 0 } as const;
    expect(await desk.call('data.deleteAll', nothing)).toMatchObject({ ok: true });
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk);
    expect(await desk.get('workspace.settings', undefined)).toMatchObject({ clockJumpDays: 90 });
    const { entries } = await desk.get('audit.page', {
      action: 'retention.clock_jump_changed',
      limit: 10,
    });
    expect(entries).toMatchObject([{ user: 'Admin', details: { days: 90 } }]);
  });

  it('an experience is deleted when its rows stay', async () => {
    const desk = await jumped();
    await desk.get('experiences.delete', { id: desk.experienceId });
    expect(await desk.get('experiences.list', undefined)).toEqual([]);
  });

  it('a shorter retention is applied to what lives by the right time', async () => {
    const desk = await jumped();
    const rule = { moduleId: null, table: 'participations', enabled: true, days: 10 } as const;
    expect(await desk.get('retention.impact', rule)).toEqual({ affected: 1, expiringNow: 0 });
    await desk.get('retention.setRule', { rule, confirmedRows: 1 });
    desk.nowMs = NOW_MS + 11 * DAY_MS;
    expect(await liveRows(desk, 'participations')).toBe(0);
  });

  it('nobody takes part once more', async () => {
    const desk = await jumped();
    await takePart(desk, ANN);
    desk.nowMs -= JUMP_MS;
    expect(await liveRows(desk, 'participations')).toBe(1);
  });
});

describe('what a participant has erased while the clock is in doubt', () => {
  it('leaves out the rows of a legal hold that only this clock has ended', async () => {
    const test = await openTestStore();
    const held = { email: ANN, email_key: ANN, channel: 'kiosk', giveaway_id: 'summer' } as const;
    insertRows(test, 'participations', [
      participation(held),
      participation({ ...held, giveaway_id: 'other' }),
    ]);
    const subject = { kind: 'giveaway', giveawayId: 'summer', name: 'Summer raffle' } as const;
    const request = { subject, reason: 'Claim 4711', untilMs: NOW_MS + DAY_MS };
    await requestHold(test.store, { id: 'u1', name: 'Ada' }, request, NOW_MS);
    const { id } = await test.store
      .selectFrom('legal_holds')
      .select('id')
      .executeTakeFirstOrThrow();
    await approveHold(test.store, { id: 'u2', name: 'Grace' }, id, NOW_MS);
    const origin = {
      experienceId: 'hello',
      experienceName: 'Hello World',
      sessionId: 's1',
      channel: 'kiosk',
    } as const;
    const { outcome } = await createEffectStore(test.store, { trustedMs: () => NOW_MS }).transact(
      (write) =>
        write(
          {
            kind: 'erase',
            reach: 'person',
            moduleId: 'm1',
            moduleType: 'delete_my_data',
            contact: { email: ANN },
          },
          origin,
          NOW_MS + JUMP_MS,
        ),
    );
    expect(outcome).toEqual({ outcome: 'erased', value: 1, reason: 'held' });
  });
});
