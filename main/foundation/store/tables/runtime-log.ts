import { defineTable, instant, technicalId, text } from './define-table';

/** What happened, never who: no address, no answer and no machine data. */
export const runtimeLog = defineTable({
  name: 'runtime_log',
  tab: true,
  columns: {
    created_at: instant,
    event: text,
    module_type: text,
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
