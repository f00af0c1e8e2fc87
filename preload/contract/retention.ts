import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { TableName } from './tables';
import { InstantMs, Nothing } from './values';

/** Counts only: what a sweep removed, never whose. */
export const SweepReport = z.object({
  at: InstantMs,
  removed: z.partialRecord(TableName, z.number().int()),
});
export type SweepReport = z.infer<typeof SweepReport>;

export const RetentionStatus = z.object({
  lastSweep: SweepReport.nullable(),
  /** Time between two sweeps of the timer. */
  intervalMinutes: z.number().int(),
});
export type RetentionStatus = z.infer<typeof RetentionStatus>;

export const retentionChannels = {
  'retention.status': channel({ access: SIGNED_IN, input: Nothing, output: RetentionStatus }),
  'retention.sweep': channel({ access: ['steward'], input: Nothing, output: SweepReport }),
};
