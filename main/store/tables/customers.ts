import { defineTable, instant, personal, technicalId, text } from './define-table';

/** One row per address; it expires a span after the last activity, not after the first. */
export const customers = defineTable({
  name: 'customers',
  tab: true,
  columns: {
    created_at: instant,
    last_active_at: instant,
    email: personal,
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
