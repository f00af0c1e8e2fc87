import type { ParsedInput, WorkspaceSettings } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { clock } from '../retention/clock';
import { readWorkspaceRule } from '../retention/rules';

export async function readWorkspaceSettings(store: Store): Promise<WorkspaceSettings> {
  const { enabled, days } = await readWorkspaceRule(store);
  return {
    storeData: enabled,
    maxRetentionDays: days,
    idleLockMinutes: await readSetting(store, 'idle_lock_minutes'),
    auditRetentionDays: await readSetting(store, 'audit_retention_days'),
    clockJumpDays: await readSetting(store, 'clock_jump_days'),
  };
}

export async function setIdleLock(
  { store, record }: Context,
  { idleLockMinutes: minutes }: ParsedInput<'workspace.setIdleLock'>,
): Promise<WorkspaceSettings> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'idle_lock_minutes', minutes);
    await record(transaction, { minutes: minutes ?? 'never' });
  });
  return readWorkspaceSettings(store);
}

export async function setClockJump(
  { store, record, the }: Context,
  { clockJumpDays: days }: ParsedInput<'workspace.setClockJump'>,
): Promise<WorkspaceSettings> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'clock_jump_days', days);
    await record(transaction, { days });
  });
  the(clock).maxJumpDays = days;
  return readWorkspaceSettings(store);
}

/** The next sweep applies it. */
export async function setAuditRetention(
  { store, record }: Context,
  { auditRetentionDays: days }: ParsedInput<'workspace.setAuditRetention'>,
): Promise<WorkspaceSettings> {
  await store.transaction().execute(async (transaction) => {
    const before = await readSetting(transaction, 'audit_retention_days');
    if (before === days) return;
    await writeSetting(transaction, 'audit_retention_days', days);
    await record(transaction, { before, days });
  });
  return readWorkspaceSettings(store);
}
