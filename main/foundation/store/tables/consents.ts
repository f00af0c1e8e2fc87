import { defineTable, inDetail, instant, searchable, technicalId, text } from './define-table';

/** What somebody agreed to or withdrew: enough to show later which words it was about. */
export const consents = defineTable({
  name: 'consents',
  tab: true,
  columns: {
    created_at: instant,
    email: searchable,
    consent_name: text,
    /** `given`, `refused` or `withdrawn`. */
    action: text,
    /** `single`, or `double` where a code was typed as well. */
    opt_in: text,
    wording: inDetail(text),
    wording_version: text,
    /** SHA-256 of the wording, hexadecimal. */
    wording_hash: inDetail(text),
    experience_name: text,
    consent_id: technicalId,
    /** The version of the legal text that the wording is; null where an author has typed it. */
    legal_version_id: technicalId,
    experience_id: technicalId,
    session_id: technicalId,
    channel: text,
    expires_at: instant,
  },
});
