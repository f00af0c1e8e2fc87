import { area } from '../../foundation/operation/operation';
import { fileName, saveFile, viewFile } from './stored-file';

/** What stewards do with uploads, which leave the database only on request. */
export const fileArea = area({
  'files.view': { lane: 'screen', audit: 'file.viewed', run: viewFile },
  'files.save': {
    lane: 'long',
    work: 'export',
    audit: 'file.saved',
    savesAs: fileName,
    run: saveFile,
  },
});
