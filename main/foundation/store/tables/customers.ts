import {
  contactColumns,
  defineTable,
  inDetail,
  instant,
  technicalId,
  termsColumns,
  text,
} from './define-table';

/** One row per address; it expires a span after the last activity, not after the first. */
export const customers = defineTable({
  name: 'customers',
  tab: true,
  columns: {
    created_at: instant,
    last_active_at: instant,
    ...contactColumns,
    /** `yes` once the person has proven that the address is theirs. */
    email_confirmed: inDetail(text),
    experience_name: text,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
    ...termsColumns,
  },
});
