import { sql } from 'kysely';
import type { ExportSettings, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';

export async function exportSettings(store: Store): Promise<ExportSettings> {
  return {
    deleteWithinDays: await readSetting(store, 'export_delete_days'),
    releaseAboveRows: await readSetting(store, 'export_release_rows'),
    releasePeriodHours: await readSetting(store, 'export_period_hours'),
    accessesPerPeriod: await readSetting(store, 'export_accesses'),
    registerDays: await readSetting(store, 'export_register_days'),
  };
}

export async function setExportSettings(
  { store, record }: Pick<Context, 'store' | 'record'>,
  changes: ParsedInput<'exports.setSettings'>,
): Promise<ExportSettings> {
  return store.transaction().execute(async (transaction) => {
    const settings = { ...(await exportSettings(transaction)), ...given(changes) };
    const { deleteWithinDays: days, releaseAboveRows, releasePeriodHours: hours } = settings;
    const { accessesPerPeriod: accesses, registerDays } = settings;
    await writeSetting(transaction, 'export_delete_days', days);
    await writeSetting(transaction, 'export_release_rows', releaseAboveRows);
    await writeSetting(transaction, 'export_period_hours', hours);
    await writeSetting(transaction, 'export_accesses', accesses);
    await writeSetting(transaction, 'export_register_days', registerDays);
    await shortenRegister(transaction, registerDays);
    const rows = releaseAboveRows ?? 'never';
    await record(transaction, { days, releaseAboveRows: rows, hours, accesses, registerDays });
    return settings;
  });
}

/** A shorter span applies to what is there; a longer one does not. */
async function shortenRegister(transaction: Store, days: number): Promise<void> {
  await transaction
    .updateTable('exports')
    .set({ expires_at: sql<number>`min(expires_at, saved_at + ${days * DAY_MS})` })
    .where('state', '=', 'saved')
    .execute();
}

/** Without what is there but says nothing. */
function given(changes: ParsedInput<'exports.setSettings'>): Partial<ExportSettings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
