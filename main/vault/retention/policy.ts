import {
  effectiveDays,
  type Policy,
  type Target,
  type TrailEntry,
} from '../../../preload/contract';
import { DAY_MS } from '../../foundation/time';

export type RetentionDecision =
  | { store: true; expiresAtMs: number }
  | { store: false; reason: Extract<TrailEntry, { stored: false }>['reason'] };

/** Decides for one row, written at `nowMs`. */
export function decide(policy: Policy, target: Target, nowMs: number): RetentionDecision {
  const { offBy, days } = effectiveDays(policy, target);
  if (offBy) return { store: false, reason: `${offBy}_off` };
  return { store: true, expiresAtMs: nowMs + days * DAY_MS };
}
