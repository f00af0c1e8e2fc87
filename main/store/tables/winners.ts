import { contactColumns, defineTable, instant, technicalId, text } from './define-table';

/** Giveaways reserve its retention; rows and the tab come with the draw. */
export const winners = defineTable({
  name: 'winners',
  tab: false,
  columns: {
    created_at: instant,
    ...contactColumns,
    experience_name: text,
    giveaway_name: text,
    giveaway_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    participation_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
