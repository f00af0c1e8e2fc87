import { checked, defineTable, instant, searchable, technicalId, text } from './define-table';

export const variables = defineTable({
  name: 'variables',
  tab: true,
  columns: {
    created_at: instant,
    name: text,
    value: checked(searchable),
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
