import {
  contactColumns,
  defineTable,
  instant,
  technicalId,
  termsColumns,
  text,
} from './define-table';

export const participations = defineTable({
  name: 'participations',
  tab: true,
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
    ...termsColumns,
  },
});
