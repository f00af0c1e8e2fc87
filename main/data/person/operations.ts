import { area } from '../../foundation/operation/operation';
import { exportPersonTask, prepareAccess } from './access-ticket';
import { findCertificate, listCertificates } from './certificate';
import { nameOfCertificate, saveCertificate } from './certificate-file';
import { eraseOnRequestTask, erasePerson, previewErasure } from './erasure';
import { summarisePerson } from './person';
import {
  searchTask,
  shownMatches,
  shownSuggestions,
  shownTimeline,
  suggestTask,
  timelineTask,
} from './shown-person';

/** What users do for a person who asks what is stored about them, or to be forgotten. */
export const personArea = area(
  {
    'privacy.suggest': shownSuggestions,
    'privacy.search': shownMatches,
    'privacy.find': {
      lane: 'screen',
      run: ({ store, nowMs }, { email }) => summarisePerson(store, email, nowMs),
    },
    'privacy.timeline': shownTimeline,
    'privacy.prepareAccess': prepareAccess,
    'privacy.previewErasure': {
      lane: 'screen',
      run: ({ store, nowMs }, { email }) => previewErasure(store, email, nowMs),
    },
    'privacy.erase': { work: 'deletion', run: erasePerson },
    'privacy.certificates': ({ store }) => listCertificates(store),
    'privacy.copyReference': async ({ store, desktop }, { seq }) =>
      desktop.clipboard.copyText((await findCertificate(store, seq)).reference),
    'privacy.saveCertificate': { savesAs: nameOfCertificate, run: saveCertificate },
  },
  [suggestTask, searchTask, timelineTask, exportPersonTask, eraseOnRequestTask],
);
