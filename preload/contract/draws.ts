import { z } from 'zod';
import { channel } from './channel';
import { Letter } from './letters';
import { RowId } from './tables';
import { Id, InstantMs, Nothing } from './values';

export const DrawPrize = z.object({
  name: z.string().trim().min(1).max(200),
  winners: z.number().int().min(1).max(10_000),
});
export type DrawPrize = z.infer<typeof DrawPrize>;

/** Whether everybody has one chance, or one for each participation. */
export const DrawChance = z.enum(['person', 'participation']);

const ExclusionList = z.string().max(1_000_000);

/**
 * A piece of a pasted list: the address of somebody who takes part, of nobody who does, or `unread`: not
 * understood.
 */
export const Exclusion = z.object({
  /** As it was pasted. */
  text: z.string(),
  state: z.enum(['matched', 'unmatched', 'unread']),
});
export type Exclusion = z.infer<typeof Exclusion>;

export const DrawPlan = z.object({
  giveawayId: z.string().min(1).max(64),
  chance: DrawChance,
  /** In the order in which they are given away. */
  prizes: z.array(DrawPrize).min(1).max(50),
  /** How many follow after the winners, in case one declines. */
  substitutes: z.number().int().min(0).max(1_000),
  /** A list of addresses that cannot win, as it was pasted; it is used once and not kept. */
  excluded: ExclusionList,
  /** Goes on although a part of that list is not understood. */
  ignoresUnread: z.boolean(),
  excludesEarlierWinners: z.boolean(),
  includesPreview: z.boolean(),
});
export type DrawPlan = z.infer<typeof DrawPlan>;

/** A day of the calendar, YYYY-MM-DD. */
const Day = z.iso.date();

/** What follows when somebody has won, in this order. A step can be left out; none is entered twice. */
export const FOLLOW_UP_STEPS = ['notified', 'accepted', 'handed_over'] as const;
export const FollowUpStep = z.enum(FOLLOW_UP_STEPS);
export type FollowUpStep = z.infer<typeof FollowUpStep>;

export const NOTIFIED_HOW = ['email', 'phone', 'letter', 'in_person'] as const;
export const NotifiedHow = z.enum(NOTIFIED_HOW);
export type NotifiedHow = z.infer<typeof NotifiedHow>;

export const FollowUp = z.object({
  step: FollowUpStep,
  on: Day,
  /** How somebody was notified; null of the other steps. */
  how: NotifiedHow.nullable(),
  /** The user who entered it. */
  by: z.string(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/**
 * `prepared`: the list is frozen and the seed committed to. `drawn`: the seed is known, and with it
 * the winners. `discarded`: given up before it was drawn.
 */
export const DrawState = z.enum(['prepared', 'drawn', 'discarded']);

export const DrawView = z.object({
  id: Id,
  giveawayId: z.string(),
  giveawayName: z.string(),
  state: DrawState,
  chance: DrawChance,
  prizes: z.array(DrawPrize),
  substitutes: z.number().int(),
  preparedAt: InstantMs,
  preparedBy: z.string(),
  drawnAt: InstantMs.nullable(),
  /** Chances on the frozen list. */
  entries: z.number().int(),
  /** SHA-256, hexadecimal. */
  listHash: z.string(),
  commitment: z.string(),
  /** Until when winners are to answer. */
  replyBy: Day.nullable(),
});
export type DrawView = z.infer<typeof DrawView>;

/** A giveaway that stored participations are about, with the prizes that its module names. */
export const DrawableGiveaway = z.object({
  giveawayId: z.string(),
  name: z.string(),
  experienceName: z.string(),
  prizes: z.array(DrawPrize),
});
export type DrawableGiveaway = z.infer<typeof DrawableGiveaway>;

/** Why nobody has a place any more; of `won_elsewhere`, why a substitute was passed over. */
export const PlaceReason = z.enum([
  'erased_on_request',
  'erased_by_participant',
  'deleted',
  'expired',
  'won_elsewhere',
]);
export type PlaceReason = z.infer<typeof PlaceReason>;

/** A place in a drawn ranking; it stays when the row of who had it is gone. */
export const DrawnPlace = z.object({
  row: RowId.nullable(),
  rank: z.number().int(),
  /** `passed_on`: the prize of somebody whose row is gone went to a substitute. */
  status: z.enum(['winner', 'substitute', 'declined', 'passed_on']),
  reason: PlaceReason.nullable(),
  prize: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string(),
  expiresAt: InstantMs.nullable(),
  /** What was entered since, in its order; empty once the row is gone, with which it goes. */
  followUp: z.array(FollowUp),
});
export type DrawnPlace = z.infer<typeof DrawnPlace>;

const STEWARDS = ['steward'] as const;
const Rank = z.number().int().positive();

export const drawChannels = {
  'draws.giveaways': channel({
    access: STEWARDS,
    input: Nothing,
    output: z.array(DrawableGiveaway),
  }),
  /** Newest first. */
  'draws.list': channel({ access: STEWARDS, input: Nothing, output: z.array(DrawView) }),
  /** Winners, substitutes and who declined, by rank; who they are, as long as their rows are kept. */
  'draws.places': channel({
    access: STEWARDS,
    input: z.object({ id: Id }),
    output: z.array(DrawnPlace),
  }),
  /** Whom a list of addresses means among those who could win; every piece of it, in its order. */
  'draws.readExclusions': channel({
    access: STEWARDS,
    input: DrawPlan.pick({ giveawayId: true, includesPreview: true, excluded: true }),
    output: z.array(Exclusion),
  }),
  /**
   * Freezes the list of chances and commits to a seed. Refused with `draw.nobody`, and with
   * `draw.exclusions_unread` while a part of the exclusions is not understood.
   */
  'draws.prepare': channel({ access: STEWARDS, input: DrawPlan, output: DrawView }),
  /** `publicValue` may be a number that nobody could know before, such as that of a lottery. */
  'draws.run': channel({
    access: STEWARDS,
    input: z.object({ id: Id, publicValue: z.string().trim().max(200) }),
    output: DrawView,
  }),
  'draws.discard': channel({ access: STEWARDS, input: z.object({ id: Id }), output: Nothing }),
  /**
   * The next substitute gets the prize of a winner who declined, or whose row is gone; the output is
   * the rank of the new winner, or null when no substitute is left.
   */
  'draws.decline': channel({
    access: STEWARDS,
    input: z.object({ id: Id, rank: Rank }),
    output: z.object({ successor: z.number().int().nullable() }),
  }),
  /**
   * Enters a step for winners, all or none: refused with `draw.step_changed` where one of them has come
   * as far or further, with `draw.not_a_winner` where one is none any more.
   */
  'draws.followUp': channel({
    access: STEWARDS,
    input: z.object({
      id: Id,
      ranks: z.array(Rank).min(1).max(10_000),
      entry: z.discriminatedUnion('step', [
        z.object({ step: z.literal('notified'), on: Day, how: NotifiedHow }),
        z.object({ step: z.enum(['accepted', 'handed_over']), on: Day }),
      ]),
    }),
    output: Nothing,
  }),
  /** Takes back the step that was entered last; refused with `draw.step_changed` for any other. */
  'draws.takeBack': channel({
    access: STEWARDS,
    input: z.object({ id: Id, rank: Rank, step: FollowUpStep }),
    output: Nothing,
  }),
  'draws.setReplyBy': channel({
    access: STEWARDS,
    input: z.object({ id: Id, replyBy: Day.nullable() }),
    output: DrawView,
  }),
  /** The letter of a draw; before it is written, one to begin with. */
  'draws.letter': channel({ access: STEWARDS, input: z.object({ id: Id }), output: Letter }),
  'draws.setLetter': channel({
    access: STEWARDS,
    input: z.object({ id: Id, letter: Letter }),
    output: Nothing,
  }),
  /** Saves what anyone needs to check the draw; it names nobody. */
  'draws.saveRecord': channel({
    access: STEWARDS,
    input: z.object({ id: Id }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
};
