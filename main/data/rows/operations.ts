import { area, cancels } from '../../foundation/operation/operation';
import { dataTabs } from './data-tabs';
import { deleteOneRow, deleteRows, deleteRowsTask } from './delete-rows';
import { filterChoices } from './filter-choices';
import { openLists } from './open-lists';
import { relatedRowsTask } from './related-rows';
import { rowIdsTask } from './row-ids';
import { listViews, removeView, renameView, saveView } from './saved-views';
import { showPage, showRow } from './shown-rows';

/** What the data tabs show and delete. */
export const rowArea = area(
  {
    'data.tables': { lane: 'list', run: dataTabs },
    'data.page': showPage,
    'data.ids': ({ the }, span) => the(openLists).ids(span),
    'data.row': showRow,
    'data.filterChoices': { lane: 'list', run: filterChoices },
    'data.deleteRow': { deletes: true, changes: (_, { table }) => [table], run: deleteOneRow },
    'data.deleteAll': {
      deletes: true,
      work: 'deletion',
      changes: (_, { table }) => [table],
      cancelled: { outcome: 'cancelled' },
      run: deleteRows,
    },
    'data.cancelDeletion': cancels('data.deleteAll'),
    'views.list': listViews,
    'views.save': saveView,
    'views.rename': renameView,
    'views.remove': removeView,
  },
  [rowIdsTask, relatedRowsTask, deleteRowsTask],
);
