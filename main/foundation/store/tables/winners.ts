import {
  contactColumns,
  defineTable,
  inDetail,
  instant,
  number,
  ofStaff,
  technicalId,
  text,
} from './define-table';

/** Whom a draw gave a prize, and who comes next. */
export const winners = defineTable({
  name: 'winners',
  tab: true,
  columns: {
    created_at: instant,
    ...contactColumns,
    experience_name: text,
    giveaway_name: text,
    prize_name: text,
    /** `winner`, `substitute` or `declined`. */
    status: text,
    /** Place in the ranking of the draw, from 1. */
    rank: number,
    /** Days, YYYY-MM-DD, each with the user who entered it; see FollowUp in the contract. */
    notified_on: inDetail(text),
    notified_how: inDetail(text),
    notified_by: ofStaff(inDetail(text)),
    accepted_on: inDetail(text),
    accepted_by: ofStaff(inDetail(text)),
    handed_over_on: inDetail(text),
    handed_over_by: ofStaff(inDetail(text)),
    giveaway_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    participation_id: technicalId,
    draw_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
