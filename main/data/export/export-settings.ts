import type { ExportSettings } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';

export async function exportSettings(store: Store): Promise<ExportSettings> {
  return {
    deleteWithinDays: await readSetting(store, 'export_delete_days'),
    releaseAboveRows: await readSetting(store, 'export_release_rows'),
  };
}

export async function setExportSettings(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { deleteWithinDays: days, releaseAboveRows }: ExportSettings,
): Promise<ExportSettings> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'export_delete_days', days);
    await writeSetting(transaction, 'export_release_rows', releaseAboveRows);
    await record(transaction, { days, releaseAboveRows: releaseAboveRows ?? 'never' });
  });
  return exportSettings(store);
}
