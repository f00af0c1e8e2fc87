import { area, cancels } from '../../foundation/operation/operation';
import { deletePool } from './delete-pool';
import { chooseCodes, discardCodes, importCodes, lookAgain, readCodes } from './import-codes';
import { listPools } from './list-pools';
import { renamePool } from './pool-name';
import { lookTask, removeLeftoversTask, stageTask } from './tasks';

/** What users do with pools of codes. */
export const codeArea = area(
  {
    'codes.pools': { lane: 'screen', run: ({ store }) => listPools(store) },
    'codes.choose': chooseCodes,
    'codes.look': lookAgain,
    'codes.read': {
      work: 'import',
      busy: 'codes.busy',
      cancelled: { outcome: 'cancelled' },
      run: readCodes,
    },
    'codes.cancel': cancels('codes.read'),
    'codes.import': { work: 'import', audit: 'codes.imported', run: importCodes },
    'codes.discard': discardCodes,
    'codes.rename': { audit: 'codes.renamed', run: renamePool },
    'codes.delete': { lane: 'long', work: 'deletion', audit: 'codes.deleted', run: deletePool },
  },
  [lookTask, stageTask, removeLeftoversTask],
);
