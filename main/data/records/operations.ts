import { area } from '../../foundation/operation/operation';
import { nextReview, recordDetails, setRecordDetails } from './details';
import { makePrivacyNotice } from './make-notice';
import { presentReport, saveReport } from './present-report';

/** The records of processing activities: shown, completed and saved. */
export const recordArea = area({
  'records.report': presentReport,
  'records.save': {
    audit: 'records.saved',
    savesAs: ({ nowMs }, { format }) => {
      const date = new Date(nowMs).toISOString().slice(0, 10);
      return `chatvault-records-of-processing-${date}.${format}`;
    },
    run: saveReport,
  },
  'legal.privacyNotice': { lane: 'screen', run: makePrivacyNotice },
  'records.details': recordDetails,
  'records.review': nextReview,
  'records.setDetails': { audit: 'records.changed', run: setRecordDetails },
});
