import { defineTable, instant, searchable, technicalId, termsColumns, text } from './define-table';

export const instantWins = defineTable({
  name: 'instant_wins',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    /** `won` or `lost`. */
    result: text,
    prize_name: text,
    experience_name: text,
    prize_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
    ...termsColumns,
  },
});
