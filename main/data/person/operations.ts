import { area } from '../../foundation/operation/operation';
import { composeAnswerTask, exportPersonTask, prepareAccess } from './access-ticket';
import { findCertificate, listCertificates } from './certificate';
import { nameOfCertificate, saveCertificate } from './certificate-file';
import { eraseOnRequestTask, erasePerson, previewErasure } from './erasure';
import { copyErasureText } from './erasure-text';
import { closeRequestTask } from './requests/close-request';
import { enterRequest } from './requests/enter-request';
import { extend, identify, takeOver } from './requests/handle-request';
import { copyInstructions } from './requests/instructions';
import { requestSettings, setRequestSettings } from './requests/request-settings';
import { changing, closing, shownRequest, shownRequests } from './requests/shown-requests';
import {
  searchTask,
  shownMatches,
  shownSuggestions,
  shownSummary,
  shownTimeline,
  suggestTask,
  summaryTask,
  timelineTask,
} from './shown-person';

/** What users do for a person who asks what is stored about them, or to be forgotten. */
export const personArea = area(
  {
    'privacy.suggest': shownSuggestions,
    'privacy.search': shownMatches,
    'privacy.find': shownSummary,
    'privacy.timeline': shownTimeline,
    'privacy.prepareAccess': prepareAccess,
    'privacy.previewErasure': {
      lane: 'screen',
      run: ({ store, nowMs }, subject) => previewErasure(store, subject, nowMs),
    },
    'privacy.erase': { work: 'deletion', run: erasePerson },
    'privacy.certificates': ({ store }) => listCertificates(store),
    'privacy.copyReference': async ({ store, desktop }, { seq }) =>
      desktop.clipboard.copyText((await findCertificate(store, seq)).reference),
    'privacy.copyErasureText': copyErasureText,
    'privacy.saveCertificate': { savesAs: nameOfCertificate, run: saveCertificate },
    'requests.list': shownRequests,
    'requests.get': shownRequest,
    'requests.enter': { audit: 'request.entered', run: changing(enterRequest) },
    'requests.takeOver': { audit: 'request.taken_over', run: changing(takeOver) },
    'requests.identify': { audit: 'request.identified', run: changing(identify) },
    'requests.extend': { audit: 'request.extended', run: changing(extend) },
    'requests.close': closing,
    'requests.settings': ({ store }) => requestSettings(store),
    'requests.setSettings': { audit: 'request.settings_changed', run: setRequestSettings },
    'requests.copyInstructions': copyInstructions,
  },
  [
    ...[suggestTask, searchTask, summaryTask, timelineTask, closeRequestTask],
    ...[composeAnswerTask, exportPersonTask, eraseOnRequestTask],
  ],
);
