import { area } from '../../foundation/operation/operation';
import {
  createText,
  discardDraft,
  listTexts,
  publishText,
  renameText,
  saveDraft,
  viewText,
} from './edit-texts';
import { deleteText, setArchived } from './end-of-use';

/** What authors do with legal texts and their versions. */
export const legalArea = area({
  'legal.list': { lane: 'screen', run: listTexts },
  'legal.get': { lane: 'screen', run: viewText },
  'legal.create': { audit: 'legal.created', run: createText },
  'legal.rename': { audit: 'legal.renamed', run: renameText },
  'legal.saveDraft': saveDraft,
  'legal.discardDraft': discardDraft,
  'legal.publish': { audit: 'legal.published', run: publishText },
  'legal.setArchived': setArchived,
  'legal.delete': { lane: 'screen', audit: 'legal.deleted', run: deleteText },
  'legal.copyHash': ({ desktop }, { sha256 }) => desktop.clipboard.copyText(sha256),
});
