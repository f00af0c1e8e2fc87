import type { Store } from '../store/database';
import { readSetting } from '../store/settings';

const DAY_MS = 86_400_000;

/** What the workspace allows to be kept, and for how long. */
export interface RetentionPolicy {
  readonly storesData: boolean;
  readonly maxDays: number;
}

export type RetentionDecision =
  | { store: true; expiresAtMs: number }
  | { store: false; reason: 'workspace_off' };

export async function readPolicy(store: Store): Promise<RetentionPolicy> {
  return {
    storesData: await readSetting(store, 'store_data'),
    maxDays: await readSetting(store, 'max_retention_days'),
  };
}

/** Decides for one row. `days` is what the module declares; the workspace's maximum caps it. */
export function decide(policy: RetentionPolicy, days: number, nowMs: number): RetentionDecision {
  if (!policy.storesData) return { store: false, reason: 'workspace_off' };
  return { store: true, expiresAtMs: nowMs + Math.min(days, policy.maxDays) * DAY_MS };
}
