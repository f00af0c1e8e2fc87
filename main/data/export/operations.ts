import type { ExportRecord, ExportScope, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { masking } from '../../vault/masking/masking';
import { printWinnersTask } from '../draws/print-winners';
import { countExport, countExportTask } from './count-export';
import { exportSettings, setExportSettings } from './export-settings';
import { readHabits, setHabits } from './habits';
import { exportTablesTask, prepareExport, prepareReleased } from './prepare-ticket';
import { shownRegister } from './register';
import { decideRelease, enterRequestTask, requestRelease, withdrawRequest } from './release';
import { saveTicket } from './save-ticket';
import { deleteSavedFile, noteDeleted, savedFileState, showSavedFile } from './saved-file';
import { tickets } from './tickets';

/** What leaves the workspace as files, from the accepted obligations to their deletion. */
export const exportArea = area(
  {
    'exports.count': async (context, scope) => countExport(context, await allowed(context, scope)),
    'exports.prepare': async (context, { selection, ...input }) =>
      prepareExport(context, { ...input, selection: await allowed(context, selection) }),
    'exports.prepareReleased': prepareReleased,
    'exports.copyPassword': ({ the, desktop }, { ticket }) =>
      desktop.clipboard.copySecret(the(tickets).passwordOf(ticket)),
    'exports.save': { work: 'export', cancelled: { outcome: 'cancelled' }, run: saveTicket },
    'exports.cancel': ({ the }, { ticket }) => the(tickets).cancel(ticket),
    'exports.discard': ({ the }, { ticket }) => the(tickets).discard(ticket),
    'exports.list': shownRegister,
    'exports.requestRelease': changing(async (context: Context, input: ReleaseRequest) =>
      requestRelease(context, { ...input, selection: await allowed(context, input.selection) }),
    ),
    'exports.decide': changing(decideRelease),
    'exports.withdraw': { audit: 'export.withdrawn', run: changing(withdrawRequest) },
    'exports.markDeleted': { audit: 'export.file_deleted', run: changing(noteDeleted) },
    'exports.fileState': ({ store, nowMs }, { id }) => savedFileState(store, id, nowMs),
    'exports.showFile': showSavedFile,
    'exports.deleteFile': { audit: 'export.file_deleted', run: deleteSavedFile },
    'exports.habits': readHabits,
    'exports.setHabits': setHabits,
    'exports.settings': ({ store }) => exportSettings(store),
    'exports.setSettings': { audit: 'export.settings_changed', run: setExportSettings },
  },
  [exportTablesTask, countExportTask, enterRequestTask, printWinnersTask],
);

type ReleaseRequest = ParsedInput<'exports.requestRelease'>;

/** Whoever sees values masked could tell them by how many rows a search would export. */
async function allowed<S extends Pick<ExportScope, 'tables' | 'filter'>>(
  { the }: Pick<Context, 'the'>,
  scope: S,
): Promise<S> {
  return { ...scope, filter: await the(masking).allowedFilter(scope.tables, scope.filter) };
}

/** What changes the register: all windows hear of it, and who has called gets it as it is now. */
function changing<I>(change: (context: Context, input: I) => Promise<void>) {
  return async (context: Context, input: I): Promise<ExportRecord[]> => {
    await change(context, input);
    context.emit('exports.changed', {});
    return shownRegister(context);
  };
}
