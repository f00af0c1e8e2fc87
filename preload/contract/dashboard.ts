import { z } from 'zod';
import { channel } from './channel';
import { TableName } from './tables';
import { ChatChannel, Id, Nothing } from './values';

const Count = z.number().int().nonnegative();

/** Participations of one local day; ISO 8601 date. */
export const ParticipationDay = z.object({
  day: z.string(),
  /** With those whose rows are gone, as far as their totals may be shown. */
  kiosk: Count,
  preview: Count,
});
export type ParticipationDay = z.infer<typeof ParticipationDay>;

/** How many sessions left something at a module. */
export const FunnelStep = z.object({
  moduleId: Id,
  /** Null: no experience has the module any more. */
  moduleType: z.string().nullable(),
  /** What its authors call it; null where they do not, and it goes by its kind. */
  moduleName: z.string().nullable(),
  /** False: rows are left of it, but the flow goes without it. */
  inFlow: z.boolean(),
  sessions: Count,
});
export type FunnelStep = z.infer<typeof FunnelStep>;

/** Live rows of a table; `in30Days` includes `in7Days`. */
export const TableStorage = z.object({
  table: TableName,
  rows: Count,
  in7Days: Count,
  in30Days: Count,
});
export type TableStorage = z.infer<typeof TableStorage>;

/** Counts only, hence also for who may not see rows. */
const COUNT_READERS = ['viewer', 'steward', 'auditor'] as const;

export const dashboardChannels = {
  /** The last `days` days, today included; each of them, also those with nothing. */
  'dashboard.participations': channel({
    access: COUNT_READERS,
    input: z.object({ days: z.number().int().min(1).max(366) }),
    output: z.array(ParticipationDay),
  }),
  /** The modules that store something, in the order of the flow. Refused with `experience.not_found`. */
  'dashboard.funnel': channel({
    access: COUNT_READERS,
    input: z.object({ experienceId: Id, channel: ChatChannel }),
    output: z.array(FunnelStep),
  }),
  /** Of each experience that has left live entries, in how many conversations; the most first. */
  'dashboard.conversations': channel({
    access: COUNT_READERS,
    input: z.object({ channel: ChatChannel }),
    output: z.array(z.object({ experienceId: Id, conversations: z.number().int() })),
  }),
  'dashboard.storage': channel({
    access: COUNT_READERS,
    input: Nothing,
    output: z.array(TableStorage),
  }),
};
