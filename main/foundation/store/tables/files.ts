import { bytes, defineTable, instant, number, searchable, technicalId, text } from './define-table';

/** Uploads. Their content leaves the database only when somebody opens or saves one. */
export const files = defineTable({
  name: 'files',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    file_name: searchable,
    mime_type: text,
    size_bytes: number,
    content: bytes,
    experience_name: text,
    file_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
