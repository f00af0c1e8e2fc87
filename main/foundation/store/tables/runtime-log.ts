import { defineTable, instant, technicalId, text } from './define-table';

/**
 * What happened: no address, no answer and no machine data. By its session a row belongs to a person all
 * the same, with all that is done to their data.
 */
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
