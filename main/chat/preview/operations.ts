import { area } from '../../foundation/operation/operation';
import { previewScreen } from './preview-screen';

/** The preview in a window of its own: it opens and closes, and the builder and it hear of one another. */
export const previewArea = area({
  'preview.view': ({ the }) => ({ experienceId: the(previewScreen).experienceId }),
  'preview.show': ({ the }, { experienceId }) => the(previewScreen).show(experienceId),
  'preview.close': ({ the }) => the(previewScreen).close(),
  'preview.tell': ({ emit }, news) => emit('preview.told', news),
});
