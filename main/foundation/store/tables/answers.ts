import {
  checked,
  defineTable,
  instant,
  number,
  personalId,
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
    /** Which options the answer was, whatever they are called by now: ids with blanks between. */
    option_ids: personalId,
    experience_name: text,
    question_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
