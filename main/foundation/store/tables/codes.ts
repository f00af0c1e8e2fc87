import { checked, defineTable, instant, searchable, technicalId, text } from './define-table';

/** Codes that participants entered or were given; the pools they come from are not personal. */
export const codes = defineTable({
  name: 'codes',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    /** `entered` or `issued`. */
    action: text,
    code: checked(searchable),
    pool_name: text,
    experience_name: text,
    pool_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
