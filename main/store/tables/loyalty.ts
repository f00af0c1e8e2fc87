import { defineTable, instant, number, personal, technicalId, text } from './define-table';

/** Points earned, and points spent as negative numbers: a person's balance is their sum. */
export const loyalty = defineTable({
  name: 'loyalty',
  tab: true,
  columns: {
    created_at: instant,
    email: personal,
    points: number,
    reason: text,
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
