import { defineTable, instant, number, searchable, technicalId, text } from './define-table';

/** Points earned, and points spent as negative numbers. */
export const loyalty = defineTable({
  name: 'loyalty',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    points: number,
    /** What is left of points that were earned: a person's balance is its sum. */
    remaining: number,
    reason: text,
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
