import {
  checked,
  defineTable,
  instant,
  personalId,
  searchable,
  technicalId,
  text,
} from './define-table';

export const variables = defineTable({
  name: 'variables',
  tab: true,
  columns: {
    created_at: instant,
    name: text,
    value: checked(searchable),
    /** Which options it was set to, whatever they are called by now: ids with blanks between. */
    option_ids: personalId,
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
