import type { PowerMonitor } from 'electron';
import type { Workspace } from '../vault/workspace/workspace';

const POLL_MS = 5_000;

/** Locks the workspace when nobody is at the computer: idle for the set time, asleep, locked. */
export function lockWhenAway(
  power: Pick<PowerMonitor, 'on' | 'getSystemIdleTime'>,
  workspace: Pick<Workspace, 'lock' | 'idleLockMinutes'>,
  onFailure: (error: unknown) => void,
): void {
  const lock = (): void => void workspace.lock().catch(onFailure);
  const lockIfIdle = async (): Promise<void> => {
    const minutes = await workspace.idleLockMinutes();
    if (minutes !== null && power.getSystemIdleTime() >= minutes * 60) await workspace.lock();
  };
  power.on('suspend', lock);
  power.on('lock-screen', lock);
  setInterval(() => void lockIfIdle().catch(onFailure), POLL_MS);
}
