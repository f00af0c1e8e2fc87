import {
  checked,
  defineTable,
  instant,
  number,
  searchable,
  technicalId,
  text,
} from './define-table';

export const answers = defineTable({
  name: 'answers',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    question: text,
    answer: checked(searchable),
    /** A rating, or points of a quiz. */
    score: number,
    experience_name: text,
    question_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
